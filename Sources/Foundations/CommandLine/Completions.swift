extension CommandTable {
  /// Shells with completions.
  package static let shells = ["bash", "zsh", "fish"]

  /// The completion script of a shell; `nil` for an unknown one.
  package func completions(shell: String) -> String? {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    case "fish": fish
    default: nil
    }
  }

  private func words(_ options: [OptionSpec]) -> String { options.map { "--" + $0.name }.joined(separator: " ") }

  private var bash: String {
    var cases = ""
    for command in commands {
      cases += "    \(command.name)) words=\"\(words(command.options + common))\" ;;\n"
    }
    var values = ""
    for option in unique where !option.values.isEmpty {
      let names = [option.short.map { "-" + $0 }, "--" + option.name].compactMap { $0 }.joined(separator: "|")
      values +=
        "    \(names)) COMPREPLY=($(compgen -W \"\(option.values.joined(separator: " "))\" -- \"$current\")); return ;;\n"
    }
    return """
      _\(program)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words=""
        COMPREPLY=()
        case "$previous" in
      \(values)  esac
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " "))" -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]}" in
      \(cases)  esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
          *) COMPREPLY=($(compgen -f -- "$current")) ;;
        esac
      }
      complete -o filenames -F _\(program) \(program)

      """
  }

  private var unique: [OptionSpec] {
    var seen: Set<String> = []
    return (common + commands.flatMap(\.options)).filter { seen.insert($0.name).inserted }
  }

  private func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }

  private var zsh: String {
    var out = "#compdef \(program)\n_\(program)() {\n  local -a commands\n  commands=(\n"
    for command in commands { out += "    '\(command.name):\(quoted(command.summary))'\n" }
    out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case \"$words[2]\" in\n"
    for command in commands {
      let arguments = (command.options + common).map { option in
        let values = option.values.isEmpty ? "_files" : "(\(option.values.joined(separator: " ")))"
        let value = option.placeholder == nil ? "" : ":\(option.placeholder ?? ""):\(values)"
        return
          "'--\(option.name)\(option.placeholder == nil ? "" : "=")[\(quoted(option.summary.replacing("[", with: "(").replacing("]", with: ")")))]\(value)'"
      }
      out += "    \(command.name)) _arguments \(arguments.joined(separator: " ")) '*:file:_files' ;;\n"
    }
    return out + "  esac\n}\n_\(program) \"$@\"\n"
  }

  private var fish: String {
    var out = "complete -c \(program) -f\n"
    for command in commands {
      out += "complete -c \(program) -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
      for option in command.options + common {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value =
          option.placeholder == nil
          ? "" : option.values.isEmpty ? " -r -F" : " -r -a '\(option.values.joined(separator: " "))'"
        out +=
          "complete -c \(program) -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)\(short)\(value) -d '\(quoted(option.summary))'\n"
      }
    }
    return out
  }
}
