import Foundations
import Planning
import Roadmap

/// A roadmap as JSON: every figure of the report under a key, money as decimal strings, months as numbers.
package enum RoadmapJSON {
  /// The whole roadmap, with the plan as `evaluate` prints it under `plan`.
  ///
  /// - Parameters:
  ///   - roadmap: what to write.
  ///   - version: of the program.
  package static func value(_ roadmap: Roadmap, version: String) -> JSON {
    let writer = Writer(roadmap: roadmap, values: ValueText(currency: roadmap.plan.currency, start: roadmap.start))
    let totals = roadmap.totals.map { item in
      JSON.object([
        ("step", .int(item.level.rawValue)), ("title", .string(item.level.title)),
        ("per_month", .money(roadmap.perMonth(item.level))), ("verdict", .string(item.verdict.rawValue)),
      ])
    }
    let order = zip(roadmap.order, roadmap.orderReasons).map { level, reason in
      JSON.object([("step", .int(level.rawValue)), ("why", writer.sentence(reason))])
    }
    return .object([
      ("roadmap_version", .int(1)), ("currency", .string(roadmap.plan.currency)),
      ("start", writer.values.date(0).map { .string($0) } ?? .null), ("horizon_months", .int(roadmap.horizonMonths)),
      ("has_current", .bool(roadmap.hasCurrent)), ("summary", .array(roadmap.summary.map(writer.sentence))),
      ("totals", .array(totals)), ("execution_order", .array(order)), ("steps", .array(roadmap.steps.map(writer.step))),
      ("avoid", writer.section(roadmap.avoid)),
      ("sections", .object(roadmap.sections.map { ($0.id, writer.section($0)) })),
      ("charts", writer.curves(roadmap.curves)),
      (
        "assumptions",
        .array(
          roadmap.assumptions.map {
            .object([
              ("path", .string($0.path)), ("value", .string($0.value)), ("unit", .string($0.unit)),
              ("why", .string($0.why)),
            ])
          })
      ), ("plan", PlanJSON.value(roadmap.plan, version: version)),
    ])
  }
}

/// Writes the parts of a roadmap.
private struct Writer {
  let roadmap: Roadmap
  let values: ValueText

  func sentence(_ sentence: Sentence) -> JSON { .string(values.text(sentence)) }

  func value(_ value: ReportValue) -> JSON {
    switch value {
    case .text(let words), .code(let words): .string(words)
    case .number(let number, _): number.isFinite ? .number(number) : .null
    case .money(let money), .price(let money): .money(money)
    case .month(let month): .int(month)
    case .unknown: .null
    case .sentence(let sentence): self.sentence(sentence)
    }
  }

  func step(_ step: RoadmapStep) -> JSON {
    var month = JSON.null
    if case .byMonth(let number) = step.state { month = .int(number) }
    if case .now = step.state { month = .int(0) }
    return .object([
      ("step", .int(step.level.rawValue)), ("title", .string(step.level.title)), ("state", .string(step.state.word)),
      ("month", month), ("reason", sentence(step.reason)), ("triggers", .array(step.triggers.map(trigger))),
      ("actions", .array(step.actions.map(action))), ("one_off", .money(step.oneOff)), ("hours", .number(step.hours)),
      ("per_month_before", .money(roadmap.perMonth(step.level.previous))),
      ("per_month_after", .money(roadmap.perMonth(step.level))),
      ("per_month_change", .money(roadmap.change(step.level))), ("running_beside_plan", .money(step.running)),
      ("effects", .array(step.effects.map(effect))), ("payback_months", .number(step.paybackMonths)),
      ("lead_months", .number(step.leadMonths)), ("latest_start", step.latestStart.map { .int($0) } ?? .null),
      ("depends_on", .array(step.dependsOn.map { .int($0.rawValue) })), ("owner", .string(step.owner)),
      ("risk", sentence(step.risk)), ("blast_radius", sentence(step.blastRadius)),
      ("reversibility", sentence(step.reversibility)),
      (
        "exit_criteria",
        .array(step.exits.map { .object([("text", sentence($0.sentence)), ("test", .string($0.test))]) })
      ), ("sections", .object(step.sections.map { ($0.id, section($0)) })),
    ])
  }

  private func trigger(_ trigger: StepTrigger) -> JSON {
    .object([
      ("kind", .string(trigger.kind)), ("subject", .string(trigger.subject)), ("quantity", .string(trigger.quantity)),
      ("value", .number(trigger.value)), ("limit", .number(trigger.limit)), ("unit", .string(trigger.unit)),
      ("month", trigger.month.map { .int($0) } ?? .null), ("text", sentence(trigger.sentence)),
      ("restriction", .string(trigger.restriction)),
    ])
  }

  private func action(_ action: StepAction) -> JSON {
    .object([
      ("text", sentence(action.sentence)), ("workload", .string(action.workload)), ("hours", .number(action.hours)),
      ("per_month", .money(action.perMonth)), ("command", .string(action.command)),
    ])
  }

  private func effect(_ effect: StepEffect) -> JSON {
    .object([("name", .string(effect.name)), ("before", value(effect.before)), ("after", value(effect.after))])
  }

  /// A section's sentences and rows, an object a row; what is unknown is null with its reason beside it.
  func section(_ section: ReportSection) -> JSON {
    let rows = section.rows.map { row -> JSON in
      var members = zip(section.columns, row).map { ($0.key, value($1)) }
      let reasons = zip(section.columns, row).compactMap { column, value -> String? in
        guard case .unknown(let reason) = value else { return nil }
        return "\(column.key): \(reason)"
      }
      if !reasons.isEmpty { members.append(("reason", .string(reasons.joined(separator: "; ")))) }
      return .object(members)
    }
    var members: [(String, JSON)] = [("title", .string(section.title))]
    if !section.sentences.isEmpty { members.append(("text", .array(section.sentences.map(sentence)))) }
    if !section.rows.isEmpty {
      let units = section.columns.enumerated().compactMap { index, column -> (String, JSON)? in
        for row in section.rows where index < row.count {
          switch row[index] {
          case .number(_, let unit) where !unit.isEmpty: return (column.key, .string(unit))
          case .money, .price: return (column.key, .string(values.currency))
          case .month: return (column.key, .string("month"))
          default: continue
          }
        }
        return nil
      }
      members.append(("units", .object(units)))
      members.append(("rows", .array(rows)))
    }
    return .object(members)
  }

  func curves(_ curves: RoadmapCurves) -> JSON {
    let series = curves.cost.map { item in
      JSON.object([
        ("name", .string(item.name)),
        (
          "points",
          .array(item.points.map { .object([("month", .int($0.month)), ("per_month", .money($0.cost))]) })
        ),
      ])
    }
    let choices = curves.choices.map { choice in
      JSON.object([
        ("workload", .string(choice.workload)), ("label", .string(choice.label)),
        ("per_month", .money(choice.perMonth)),
        ("p99", .number(choice.p99)), ("chosen", .bool(choice.isChosen)),
      ])
    }
    let flips = curves.flips.map { flip in
      JSON.object([("month", .int(flip.month)), ("from", .string(flip.from)), ("to", .string(flip.to))])
    }
    return .object([("cost", .array(series)), ("flips", .array(flips)), ("choices", .array(choices))])
  }
}
