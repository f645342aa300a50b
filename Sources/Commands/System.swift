import Foundations

/// What commands ask of the world: streams, files, the environment; tests put their own in its place.
package struct System: Sendable {
  /// Writes to a standard stream.
  package var send: @Sendable (String, Platform.Stream) -> Platform.Written
  /// The bytes of a file or, for `-`, of standard input; one more than the limit at most.
  package var read: @Sendable (String, Int) throws(PlatformError) -> [UInt8]
  /// Puts a whole file in its place.
  package var write: @Sendable ([UInt8], String) throws(PlatformError) -> Void
  /// The value of an environment variable.
  package var variable: @Sendable (String) -> String?
  /// Whether a stream is a terminal.
  package var isTerminal: @Sendable (Platform.Stream) -> Bool
  /// Columns of the terminal; `nil` when standard output is none.
  package var terminalWidth: @Sendable () -> Int?
  /// The folder that relative paths start from.
  package var workingDirectory: @Sendable () -> String

  /// Creates a world.
  package init(
    send: @escaping @Sendable (String, Platform.Stream) -> Platform.Written,
    read: @escaping @Sendable (String, Int) throws(PlatformError) -> [UInt8],
    write: @escaping @Sendable ([UInt8], String) throws(PlatformError) -> Void,
    variable: @escaping @Sendable (String) -> String? = { _ in nil },
    isTerminal: @escaping @Sendable (Platform.Stream) -> Bool = { _ in false },
    terminalWidth: @escaping @Sendable () -> Int? = { nil },
    workingDirectory: @escaping @Sendable () -> String = { "/" }
  ) {
    self.send = send
    self.read = read
    self.write = write
    self.variable = variable
    self.isTerminal = isTerminal
    self.terminalWidth = terminalWidth
    self.workingDirectory = workingDirectory
  }

  /// The operating system.
  package static var real: System {
    System(
      send: { Platform.send($0, to: $1) },
      read: { (path, limit) throws(PlatformError) in try Platform.read(path, limit: limit) },
      write: { (bytes, path) throws(PlatformError) in try Platform.writeAtomically(bytes, to: path) },
      variable: { Platform.environment($0) }, isTerminal: { Platform.isTerminal($0) },
      terminalWidth: { Platform.terminalWidth }, workingDirectory: { Platform.workingDirectory })
  }
}
