import Foundations
import Synchronization

@testable import Commands

/// A world in memory: what a command writes is kept, what it reads is given.
final class World: Sendable {
  /// What is there after a run.
  struct State: Sendable {
    var output = ""
    var error = ""
    var files: [String: String] = [:]
  }

  private let state: Mutex<State>
  private let written: Platform.Written
  private let variables: [String: String]
  private let isTerminal: Bool

  init(
    files: [String: String] = [:], written: Platform.Written = .done, variables: [String: String] = [:],
    isTerminal: Bool = false
  ) {
    state = Mutex(State(files: files))
    self.written = written
    self.variables = variables
    self.isTerminal = isTerminal
  }

  var output: String { state.withLock { $0.output } }
  var error: String { state.withLock { $0.error } }
  var files: [String: String] { state.withLock { $0.files } }

  /// Runs a command line of words without blanks in them.
  func run(_ line: String) -> ExitCode { run(line.split(separator: " ").map(String.init)) }

  func run(_ words: [String]) -> ExitCode {
    state.withLock { state in
      state.output = ""
      state.error = ""
    }
    return Commands.run(words, system)
  }

  private var system: System {
    System(
      send: { [self] text, stream in
        state.withLock { state in
          if stream == .output { state.output += text } else { state.error += text }
        }
        return stream == .output ? written : .done
      },
      read: { [self] (path, _) throws(PlatformError) in
        guard let text = state.withLock({ $0.files[path] }) else {
          throw PlatformError(operation: "read", path: path, reason: "No such file or directory")
        }
        return Array(text.utf8)
      },
      write: { [self] (bytes, path) throws(PlatformError) in
        if path.hasPrefix("full/") {
          throw PlatformError(operation: "write", path: path, reason: "No space left on device")
        }
        state.withLock { $0.files[path] = String(decoding: bytes, as: UTF8.self) }
      },
      variable: { [variables] in variables[$0] }, isTerminal: { [isTerminal] _ in isTerminal },
      terminalWidth: { [isTerminal] in isTerminal ? 100 : nil })
  }
}
