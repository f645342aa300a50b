import Commands
import Foundations

/// Options in, exit code out.
@main
struct Main {
  static func main() {
    Platform.ignoreBrokenPipes()
    Interruption.install()
    Platform.exit(Commands.run(Array(CommandLine.arguments.dropFirst())))
  }
}
