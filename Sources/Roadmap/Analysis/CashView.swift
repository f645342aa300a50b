import Formulas
import Foundations
import Planning
import Spec

/// Money month by month: as it is paid, and spread over the horizon; both add up to the same.
struct CashView {
  let context: RoadmapContext
  let steps: [RoadmapStep]

  private var finance: Spec.Finance { context.spec.finance }

  var section: ReportSection {
    let due = steps.filter(\.state.isDue)
    let months = max(1, context.horizon)
    let oneOff = due.reduce(Money.zero) { $0 + $1.oneOff }
    let running = due.reduce(Money.zero) { $0 + $1.running }
    let spread = Money(oneOff.double / Double(months))
    let monthly = context.whole.perMonth + running
    var section = ReportSection(
      "cash", "Cash and runway",
      [
        """
        One-off labour of the due steps is \(oneOff); spread over \(months) months it is \(spread) a month beside \
        \(monthly) of running cost (\(running) of it telemetry). Paid as it comes or spread, \
        \(monthly.times(Double(months)) + oneOff) over the horizon at the load of month 0.
        """
      ])
    if let cash = finance.cash?.decimal, let burn = finance.burn?.decimal, burn > .zero {
      let change = monthly - context.ladder[.today].perMonth
      let now = cash.double / burn.double
      let after = (cash - oneOff).double / max((burn + change).double, 1e-9)
      section.sentences.append(
        """
        \(cash) of cash last \(now, "months") at a burn of \(burn) a month; with the roadmap \(after, "months") \
        (burn \(burn + change), one-off paid first).
        """
      )
      let saves = context.whole.credits.reduce(Money.zero) { $0 + $1.saves }
      if saves > .zero {
        let longer = (cash - oneOff + saves).double / max((burn + change).double, 1e-9)
        section.sentences.append(
          "With the \(saves) that credits pay, it lasts \(longer, "months"), if the burn stated pays for what they cover."
        )
      }
    }
    if let revenue = context.whole.revenue, revenue > .zero {
      section.sentences.append(
        """
        Infrastructure takes \(monthly.double / revenue.double, "share") of \(revenue) revenue a month; today's \
        way \(context.ladder[.today].perMonth.double / revenue.double, "share").
        """
      )
    }
    for credit in context.whole.credits {
      section.sentences.append(
        """
        The credit of \(credit.amount) at \(credit.provider) lasts \(credit.coversMonths, "months") and pays \
        \(credit.saves); from then on the bill is paid in cash.
        """
      )
    }
    let points = context.whole.horizon.filter { $0.cost != nil }
    guard points.count > 1 else { return section }
    section.columns = [
      .init("month", "Month"), .init("cost", "Cost of the plan", isNumber: true),
      .init("first_breach", "Today's fleet"),
    ]
    for point in points {
      section.add(
        .month(point.month), point.cost.map { .money($0) } ?? .unknown("no placement"),
        .text(point.firstBreach.map { "broken: \($0)" } ?? "holds"))
    }
    return section
  }

  /// Hours of the steps against the people there are.
  var capacity: ReportSection {
    let team = context.team
    let due = steps.filter(\.state.isDue)
    let weeks = team.weeks(due.reduce(0) { $0 + $1.hours })
    var section = ReportSection("capacity", "People")
    if let rate = team.weeksPerMonth, let count = team.count {
      section.sentences.append(
        """
        \(count, "") engineers at \(team.share, "share") of their \
        time\(team.isShareStated ? "" : " (assumed; state team.infrastructure_share)") give \(rate, "weeks") of \
        work a month; the due steps take \(weeks, "weeks"), that is \(weeks / max(rate, 1e-9), "months") with \
        nothing else done.
        """
      )
      let lines = context.whole.workloads.flatMap { $0.chosen?.lines ?? [] }
      let running = lines.filter { $0.category == "labour" && $0.unit == "h" }.reduce(0.0) { $0 + $1.quantity }
      let share = running / max(rate * context.effort.hoursPerWeek, 1e-9)
      section.sentences.append(
        """
        Running the plan takes \(running, "h") a month, \(share, "share") of that \
        time\(share > 1 ? ": more than there is; take managed forms or add people" : "").
        """
      )
      if context.spec.team.isOnCall == true {
        section.sentences.append(
          count < 5
            ? """
            On call needs 5 people to be bearable; \(5 - count, "") are missing and stand as a shared line of the \
            plan. Business hours or managed services avoid it.
            """
            : "On call needs 5 people to be bearable; there are \(count, "").")
      }
    } else {
      section.sentences.append(
        """
        The due steps take \(weeks, "weeks") of one engineer; the spec states no team.count, so that they are not \
        held against people.
        """
      )
    }
    if let count = team.count, count > 0 {
      let services = Double(context.placed.count)
      let ratio = services / count
      let saved = 20.0
      let cost = context.labour.times(160)
      section.sentences.append(
        """
        \(services, "") workloads for \(count, "") engineers are \(ratio, "") \
        each\(ratio > 3 ? ", more than 3: run fewer and watch them better" : ", within 3 (assumed)").
        """
      )
      let owners = Set(context.spec.workloads.compactMap(\.owner)).count
      if owners > 0 {
        let hours = Double(owners) * saved
        section.sentences.append(
          """
          \(owners) owners each spared \(saved, "h") a month (assumed) give \(hours, "h"), \(hours / 160, "share") of the \
          160 h of one engineer: \(hours >= 160 ? "form a platform team" : "do not form a platform team yet").
          """)
      }
      if let teams = BreakEven.platformTeam(
        costPerMonth: cost.double, hoursSaved: saved, hourlyRate: context.labour.double)
      {
        section.sentences.append(
          """
          A platform engineer (\(cost) a month) pays from \(teams.rounded(.up), "") teams on that are each spared \
          \(saved, "h") a month (assumed).
          """
        )
      }
    }
    section.columns = [
      .init("step", "Step"), .init("weeks", "Weeks of work", isNumber: true),
      .init("lead", "Lead time", isNumber: true),
      .init("latest", "Start by"),
    ]
    for step in due {
      section.add(
        .text("\(step.level.rawValue) \(step.level.title)"), .number(team.weeks(step.hours), unit: "weeks"),
        .number(step.leadMonths, unit: "months"), step.latestStart.map { .month($0) } ?? .text(""))
    }
    return section
  }
}
