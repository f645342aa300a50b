#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file could not be read or written: the operation, the path and the system's reason.
package struct PlatformError: Error, Sendable, Hashable {
  /// What was tried: `read`, `write`.
  package var operation: String
  package var path: String
  /// The system's words, such as `No such file or directory`.
  package var reason: String

  /// Creates an error.
  package init(operation: String, path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}

/// Everything planner asks of the operating system; the only file that imports libc.
package enum Platform {
  /// Standard streams.
  package enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// The bytes of a file; `-` reads standard input.
  ///
  /// - Parameter limit: one byte more than this is read at most, so that callers can refuse what is too long.
  package static func read(_ path: String, limit: Int) throws(PlatformError) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw failure("read", path) }
    defer { if descriptor > 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = readOnce(descriptor, &buffer)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("read", path)
      }
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// Writes a file beside its place and renames it, so that no half-written file is ever seen.
  ///
  /// A file that exists keeps its permissions, a symbolic link its target; devices and pipes are written straight.
  package static func writeAtomically(_ bytes: [UInt8], to path: String) throws(PlatformError) {
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    guard !exists || status.st_mode & S_IFMT == S_IFREG else { return try writeStraight(bytes, to: path) }
    let temporary = "\(target).\(getpid()).tmp"
    Interruption.protect(temporary)
    defer { Interruption.release() }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw failure("write", path) }
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
    let isWritten = writeAll(bytes, to: descriptor) && fsync(descriptor) == 0
    let reason = isWritten ? nil : failure("write", path)
    close(descriptor)
    if let reason {
      unlink(temporary)
      throw reason
    }
    guard rename(temporary, target) == 0 else {
      let reason = failure("write", path)
      unlink(temporary)
      throw reason
    }
  }

  private static func writeStraight(_ bytes: [UInt8], to path: String) throws(PlatformError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw failure("write", path) }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw failure("write", path) }
  }

  /// The path behind symbolic links; the path itself where there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// How writing to a standard stream ended.
  package enum Written: Sendable, Hashable {
    case done
    /// The reader went away: a pipe that is closed.
    case closed
    /// The system's words, such as `No space left on device`.
    case failed(String)
  }

  /// Writes to a standard stream and says how it went.
  package static func send(_ text: String, to stream: Stream) -> Written {
    var text = text
    return text.withUTF8 { bytes in
      if writeAll(UnsafeRawBufferPointer(bytes), to: stream.rawValue) { return .done }
      return errno == EPIPE ? .closed : .failed(String(cString: strerror(errno)))
    }
  }

  /// Writes to a standard stream; `false` when nobody reads it any more or the disk is full.
  @discardableResult
  package static func write(_ text: String, to stream: Stream) -> Bool {
    writeAll(Array(text.utf8), to: stream.rawValue)
  }

  /// The names in a folder, sorted, without those that start with a dot; empty when it cannot be read.
  package static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder that relative paths start from; empty when it is gone.
  package static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// Makes writes to a closed pipe fail instead of ending the process.
  package static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Whether a stream is a terminal.
  package static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Columns of the terminal that standard output is; `nil` when it is none.
  package static var terminalWidth: Int? {
    guard isTerminal(.output) else { return nil }
    if let columns = environment("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Seconds since 1970; `SOURCE_DATE_EPOCH` sets the clock for builds that must repeat.
  package static var secondsSinceEpoch: Int {
    if let fixed = environment("SOURCE_DATE_EPOCH").flatMap({ Int($0) }) { return fixed }
    return Int(time(nil))
  }

  /// Largest memory this process has held.
  package static var peakMemoryBytes: Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    #if canImport(Darwin)
      return Double(usage.ru_maxrss)
    #else
      return Double(usage.ru_maxrss) * 1024
    #endif
  }

  /// The value of an environment variable.
  package static func environment(_ key: String) -> String? {
    getenv(key).map { String(cString: $0) }
  }

  /// Ends the process.
  package static func exit(_ code: Int32) -> Never {
    #if canImport(Darwin)
      Darwin.exit(code)
    #elseif canImport(Musl)
      Musl.exit(code)
    #else
      Glibc.exit(code)
    #endif
  }

  private static func readOnce(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    buffer.withUnsafeMutableBytes { raw in
      #if canImport(Darwin)
        Darwin.read(descriptor, raw.baseAddress, raw.count)
      #elseif canImport(Musl)
        Musl.read(descriptor, raw.baseAddress, raw.count)
      #else
        Glibc.read(descriptor, raw.baseAddress, raw.count)
      #endif
    }
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
  }

  private static func writeAll(_ raw: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var done = 0
    while done < raw.count {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
      #elseif canImport(Musl)
        let count = Musl.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
      #else
        let count = Glibc.write(descriptor, raw.baseAddress.map { $0 + done }, raw.count - done)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      done += count
    }
    return true
  }

  private static func failure(_ operation: String, _ path: String) -> PlatformError {
    PlatformError(operation: operation, path: path, reason: String(cString: strerror(errno)))
  }
}

/// What happens on Ctrl-C, a request to end, and a defect of the program: no temporary file stays behind.
///
/// Handlers call only what POSIX lists as safe in them: `unlink`, `write`, `_exit`.
package enum Interruption {
  /// The temporary file that is being written, as a C string; null when there is none.
  private nonisolated(unsafe) static var temporary: UnsafeMutablePointer<CChar>?

  /// Installs handlers: exit 130 on SIGINT, 143 on SIGTERM, 70 with one line of words on a trap.
  package static func install() {
    // Makes the variable now, for a handler must not.
    temporary = nil
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        if let path = Interruption.temporary { unlink(path) }
        _exit(128 + number)
      }
    }
    for number in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      signal(number) { _ in
        if let path = Interruption.temporary { unlink(path) }
        let words: StaticString = "planner: a defect in planner; please report it with the command line and its input\n"
        words.withUTF8Buffer { buffer in
          #if canImport(Darwin)
            _ = Darwin.write(2, buffer.baseAddress, buffer.count)
          #elseif canImport(Musl)
            _ = Musl.write(2, buffer.baseAddress, buffer.count)
          #else
            _ = Glibc.write(2, buffer.baseAddress, buffer.count)
          #endif
        }
        _exit(70)
      }
    }
  }

  /// Names the file to remove when the process is interrupted, before it is created.
  fileprivate static func protect(_ path: String) {
    release()
    temporary = strdup(path)
  }

  /// The file is in place, or gone.
  fileprivate static func release() {
    let old = temporary
    temporary = nil
    free(old)
  }
}
