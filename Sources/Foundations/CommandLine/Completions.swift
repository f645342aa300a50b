/// Writes completion scripts from the command table.
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

  private var names: String { commands.map(\.name).joined(separator: " ") }

  /// Options of all commands, each name once.
  private var unique: [OptionSpec] {
    var seen: Set<String> = []
    return (common + commands.flatMap(\.options)).filter { seen.insert($0.name).inserted }
  }

  /// Spellings of options that take a value, for `case` patterns.
  private func spellings(_ option: OptionSpec) -> [String] {
    ["--" + option.name] + (option.short.map { ["-" + $0] } ?? [])
  }

  // MARK: bash

  private var bash: String {
    var values = ""
    for option in unique where option.placeholder != nil {
      let words = option.values.joined(separator: " ")
      let generator = words.isEmpty ? "-f" : "-W \"\(words)\""
      values += "    \(spellings(option).joined(separator: "|")))\n"
      values += "      COMPREPLY=($(compgen \(generator) -- \"$current\")); return ;;\n"
    }
    var cases = ""
    for command in commands {
      let words = options(of: command).map { "--" + $0.name }.joined(separator: " ")
      cases += "    \(command.name)) options=\"\(words)\" choices=\"\(command.choices.joined(separator: " "))\" ;;\n"
    }
    let shared = common.map { "--" + $0.name }.joined(separator: " ")
    return """
      _\(program)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"
        local command="" place=0 options="\(shared)" choices="\(names)" index word
        COMPREPLY=()
        case "$previous" in
      \(values)  esac
        for ((index = 1; index < COMP_CWORD; index++)); do
          word="${COMP_WORDS[index]}"
          case " \(names) " in *" $word "*) command="$word"; place=$index; break ;; esac
        done
        case "$command" in
      \(cases)  esac
        case "$current" in
          -*) COMPREPLY=($(compgen -W "$options" -- "$current")) ;;
          *)
            if [ -z "$command" ] || { [ -n "$choices" ] && [ $((place + 1)) -eq "$COMP_CWORD" ]; }; then
              COMPREPLY=($(compgen -W "$choices" -- "$current"))
            else
              COMPREPLY=($(compgen -f -- "$current"))
            fi ;;
        esac
      }
      complete -o filenames -F _\(program) \(program)

      """
  }

  // MARK: zsh

  private var zsh: String {
    var out = "#compdef \(program)\n_\(program)() {\n  local -a commands\n  commands=(\n"
    for command in commands { out += "    '\(command.name):\(quoted(command.summary))'\n" }
    out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n"
    out += "  case \"$words[2]\" in\n"
    for command in commands {
      out += "    \(command.name))\n      shift words\n      (( CURRENT-- ))\n      _arguments \\\n"
      for option in options(of: command) { out += "        \(zshOption(option)) \\\n" }
      if !command.choices.isEmpty { out += "        '1:word:(\(command.choices.joined(separator: " ")))' \\\n" }
      out += "        '*:file:_files' ;;\n"
    }
    return out + "  esac\n}\nif [ \"$funcstack[1]\" = _\(program) ]; then\n  _\(program) \"$@\"\nelse\n"
      + "  compdef _\(program) \(program)\nfi\n"
  }

  private func zshOption(_ option: OptionSpec) -> String {
    let summary = quoted(option.summary).replacing("[", with: "(").replacing("]", with: ")")
    let action = option.values.isEmpty ? "_files" : "(\(option.values.joined(separator: " ")))"
    let value = option.placeholder.map { ":\($0):\(action)" } ?? ""
    guard let short = option.short else {
      return "'--\(option.name)\(option.placeholder == nil ? "" : "=")[\(summary)]\(value)'"
    }
    let sign = option.placeholder == nil ? ("", "") : ("+", "=")
    return "'(-\(short) --\(option.name))'{-\(short)\(sign.0),--\(option.name)\(sign.1)}'[\(summary)]\(value)'"
  }

  // MARK: fish

  private var fish: String {
    var out = "complete -c \(program) -f\n"
    for option in common { out += "complete -c \(program)\(fishOption(option))\n" }
    for command in commands {
      let when = "__fish_seen_subcommand_from \(command.name)"
      out += "complete -c \(program) -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
      if command.choices.isEmpty {
        out += "complete -c \(program) -n '\(when)' -F\n"
      } else {
        out += "complete -c \(program) -n '\(when)' -a '\(command.choices.joined(separator: " "))'\n"
      }
      for option in command.options { out += "complete -c \(program) -n '\(when)'\(fishOption(option))\n" }
    }
    return out
  }

  private func fishOption(_ option: OptionSpec) -> String {
    var out = " -l \(option.name)"
    if let short = option.short { out += " -s \(short)" }
    if option.placeholder != nil {
      out += option.values.isEmpty ? " -r -F" : " -x -a '\(option.values.joined(separator: " "))'"
    }
    return out + " -d '\(quoted(option.summary))'"
  }

  private func quoted(_ text: String) -> String { text.replacing("'", with: "'\\''") }
}
