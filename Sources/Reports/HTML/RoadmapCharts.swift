import Foundations
import Planning
import Roadmap

/// The charts of a roadmap's page; every value drawn stands in the JSON too.
struct RoadmapCharts {
  let roadmap: Roadmap
  let values: ValueText

  /// Cost over the horizon by way of running, with the months in which the cheapest changes.
  var cost: String {
    let series = roadmap.curves.cost.filter { $0.points.contains { $0.cost != nil } }
    let all = series.flatMap { $0.points.compactMap { $0.cost?.double } }
    guard let high = all.max(), high > 0, let last = series.flatMap(\.points).map(\.month).max() else { return "" }
    let frame = ChartFrame(
      height: 300,
      x: .init(low: 0, high: Double(max(last, 1)), title: "month", format: { Figures.significant($0, 3) }),
      y: .init(
        low: 0, high: high * 1.08, title: "\(roadmap.plan.currency) a month", format: { Figures.count($0) }))
    var body = ""
    for flip in roadmap.curves.flips {
      let at = HTMLText.coordinate(frame.px(Double(flip.month)))
      body += "<line class=\"flip\" x1=\"\(at)\" x2=\"\(at)\" y1=\"16\" y2=\"256\"/>"
      body +=
        """
        <text class=\"note\" x=\"\(at)\" y=\"28\" \
        text-anchor=\"middle\">\(HTMLText.escaped("\(flip.to) from month \(flip.month)"))</text>
        """
    }
    for (index, item) in series.enumerated() {
      let points = item.points.compactMap { point in point.cost.map { (Double(point.month), $0.double) } }
      body += frame.line(points, series: index)
    }
    for (index, item) in series.enumerated() {
      for point in item.points {
        guard let cost = point.cost else { continue }
        body += frame.mark(
          Double(point.month), cost.double, "\(item.name), month \(point.month): \(money(cost))", series: index)
      }
    }
    let table = series.flatMap { item in
      item.points.map { [item.name, "\($0.month)", $0.cost.map(Figures.money) ?? "no placement"] }
    }
    return figure(
      "Cost over the horizon by way of running", frame.svg("Cost over the horizon by way of running", body),
      legend: series.map(\.name), columns: ["Way", "Month", "\(roadmap.plan.currency)/month"], rows: table)
  }

  /// Where the mean time of a request goes, hop by hop.
  var latency: String {
    roadmap.plan.workloads.compactMap { result -> String? in
      guard let latency = result.chosen?.latency, latency.hops.count > 1 else { return nil }
      let hops = latency.hops.filter { $0.figures.mean.isFinite && $0.figures.mean > 0 }
      let total = hops.reduce(0) { $0 + $1.figures.mean }
      guard total > 0 else { return nil }
      let row = 26.0
      let height = Double(hops.count) * row + 34
      var body = ""
      var offset = 0.0
      let (left, span) = (230.0, 390.0)
      for (index, hop) in hops.enumerated() {
        let y = Double(index) * row + 8
        let (x, width) = (left + offset / total * span, max(1.5, hop.figures.mean / total * span))
        let label =
          """
          \(hop.name): mean \(Figures.duration(hop.figures.mean)), p50 \(Figures.duration(hop.figures.p50)), p95 \
          \(Figures.duration(hop.figures.p95)), p99 \(Figures.duration(hop.figures.p99))
          """
        body +=
          """
          <text class=\"label\" x=\"\(HTMLText.coordinate(left - 8))\" y=\"\(HTMLText.coordinate(y + 14))\" \
          text-anchor=\"end\">\(HTMLText.escaped(short(hop.name)))</text>
          """
        body +=
          """
          <g class=\"mark s\(index % 6)\" tabindex=\"0\" role=\"img\" \
          aria-label=\"\(HTMLText.escaped(label))\"><rect x=\"\(HTMLText.coordinate(x))\" \
          y=\"\(HTMLText.coordinate(y))\" width=\"\(HTMLText.coordinate(width))\" height=\"18\"/>
          """
            + """
            <text class=\"tip\" x=\"632\" y=\"\(HTMLText.coordinate(height - 6))\" \
            text-anchor=\"end\">\(HTMLText.escaped(label))</text></g>
            """
        offset += hop.figures.mean
      }
      body +=
        """
        <text class=\"note\" x=\"4\" \
        y=\"\(HTMLText.coordinate(height - 6))\">\(HTMLText.escaped("whole path p99 \(Figures.duration(latency.total.p99))"))</text>
        """
      let title = "\(result.name): where the mean time of a request goes"
      return figure(
        title, ChartFrame.svg(title, height: height + 4, body), legend: [],
        columns: ["Hop", "Mean", "p50", "p95", "p99"],
        rows: latency.hops.map { hop in
          [hop.name] + [hop.figures.mean, hop.figures.p50, hop.figures.p95, hop.figures.p99].map(Figures.duration)
        })
    }.joined()
  }

  /// Cost against p99 of everything found, with what was chosen.
  var pareto: String {
    let names = roadmap.curves.choices.map(\.workload).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return names.compactMap { name -> String? in
      let choices = roadmap.curves.choices.filter { $0.workload == name }
      guard choices.count > 1, let cheap = choices.map(\.perMonth.double).min(),
        let dear = choices.map(\.perMonth.double).max(), let fast = choices.map(\.p99).min(),
        let slow = choices.map(\.p99).max(), fast > 0, cheap > 0
      else { return nil }
      func axis(_ low: Double, _ high: Double, _ title: String, _ format: @escaping (Double) -> String)
        -> ChartFrame.Axis
      {
        let isLog = high / low > 20
        return ChartFrame.Axis(
          low: isLog ? low * 0.8 : max(0, low - (high - low) * 0.15 - low * 0.02),
          high: isLog ? high * 1.25 : high + (high - low) * 0.15 + high * 0.02, isLogarithmic: isLog, title: title,
          format: format)
      }
      let frame = ChartFrame(
        height: 280,
        x: axis(cheap, dear, "\(roadmap.plan.currency) a month", { Figures.count($0) }),
        y: axis(fast, slow, "p99", { Figures.duration($0) }))
      let body = choices.sorted { !$0.isChosen && $1.isChosen }.map { choice in
        frame.mark(
          choice.perMonth.double, choice.p99,
          """
          \(choice.isChosen ? "chosen: " : "")\(choice.label): \(money(choice.perMonth)), p99 \
          \(Figures.duration(choice.p99))
          """,
          series: choice.isChosen ? 1 : 0, isStrong: choice.isChosen)
      }.joined()
      let title = "\(name): cost against p99"
      return figure(
        title, frame.svg(title, body), legend: ["found", "chosen"],
        columns: ["Way", "\(roadmap.plan.currency)/month", "p99", ""],
        rows: choices.map {
          [$0.label, Figures.money($0.perMonth), Figures.duration($0.p99), $0.isChosen ? "chosen" : ""]
        })
    }.joined()
  }

  /// What is left of each error budget over its window, at the predicted rate of failure.
  var budgets: String {
    let objectives = roadmap.plan.workloads.flatMap(\.slo).compactMap {
      slo -> (id: String, used: Double, minutes: Double)? in
      // Money and rates are no part of the window.
      guard let budget = slo.budget, let used = budget.usedRatio, used.isFinite,
        !["cost_per_transaction", "throughput"].contains(slo.objective)
      else { return nil }
      return (slo.id, used, budget.minutes)
    }
    guard !objectives.isEmpty else { return "" }
    let low = min(0, objectives.map { 1 - $0.used }.min() ?? 0)
    let frame = ChartFrame(
      height: 280, x: .init(low: 0, high: 1, title: "part of the window", format: { Figures.share($0) }),
      y: .init(low: max(low, -2), high: 1, title: "error budget left", format: { Figures.share($0) }))
    var body = ""
    for (index, item) in objectives.enumerated() {
      let end = max(1 - item.used, -2)
      body += frame.line([(0, 1), (1, end)], series: index)
    }
    for (index, item) in objectives.enumerated() {
      let label =
        "\(item.id): \(Figures.share(1 - item.used)) of \(Figures.duration(item.minutes * 60)) left at the end"
      body += frame.mark(1, max(1 - item.used, -2), label, series: index)
    }
    return figure(
      "Error budgets over their windows", frame.svg("Error budgets over their windows", body),
      legend: objectives.map(\.id), columns: ["Objective", "Budget", "Used", "Left"],
      rows: objectives.map {
        [$0.id, Figures.duration($0.minutes * 60), Figures.share($0.used), Figures.share(1 - $0.used)]
      })
  }

  /// Due steps from their latest start on, with lead time and the month in which they are needed.
  var gantt: String {
    let due = roadmap.order.compactMap { roadmap.step($0) }
    guard !due.isEmpty else { return "" }
    let ends = due.map { Double($0.latestStart ?? 0) + max($0.leadMonths, 0.1) }
    let needed = due.map { step -> Double in
      if case .byMonth(let month) = step.state { return Double(month) }
      return 0
    }
    let last = max(1, (ends + needed).max() ?? 1) * 1.05
    let row = 34.0
    let height = Double(due.count) * row + 44
    var frame = ChartFrame(
      height: height, x: .init(low: 0, high: last, title: "month", format: { Figures.significant($0, 3) }),
      y: .init(low: 0, high: 1, title: "", format: { _ in "" }))
    frame.left = 200
    var body = ""
    for tick in frame.x.ticks {
      let at = HTMLText.coordinate(frame.px(tick))
      body +=
        """
        <g class=\"axis\"><line x1=\"\(at)\" x2=\"\(at)\" y1=\"4\" \
        y2=\"\(HTMLText.coordinate(height - 40))\"/><text x=\"\(at)\" y=\"\(HTMLText.coordinate(height - 24))\" \
        text-anchor=\"middle\">\(HTMLText.escaped(frame.x.format(tick)))</text></g>
        """
    }
    for (index, step) in due.enumerated() {
      let y = Double(index) * row + 8
      let start = Double(step.latestStart ?? 0)
      let (x, end) = (frame.px(start), frame.px(start + max(step.leadMonths, 0.1)))
      let label =
        """
        step \(step.level.rawValue): start by \(values.month(step.latestStart ?? 0)), \
        \(values.text(.number(step.leadMonths, unit: "months"))) of lead time
        """
      body +=
        """
        <text class=\"label\" x=\"4\" \
        y=\"\(HTMLText.coordinate(y + 15))\">\(HTMLText.escaped("\(step.level.rawValue) \(step.level.title)"))</text>
        """
      body +=
        """
        <g class=\"mark s\(index % 6)\" tabindex=\"0\" role=\"img\" \
        aria-label=\"\(HTMLText.escaped(label))\"><rect x=\"\(HTMLText.coordinate(x))\" \
        y=\"\(HTMLText.coordinate(y))\" width=\"\(HTMLText.coordinate(max(3, end - x)))\" height=\"20\" rx=\"3\"/>
        """
          + """
          <text class=\"tip\" x=\"632\" y=\"\(HTMLText.coordinate(height - 6))\" \
          text-anchor=\"end\">\(HTMLText.escaped(label))</text></g>
          """
      if needed[index] > 0 {
        let at = HTMLText.coordinate(frame.px(needed[index]))
        body +=
          """
          <line class=\"flip\" x1=\"\(at)\" x2=\"\(at)\" y1=\"\(HTMLText.coordinate(y - 2))\" \
          y2=\"\(HTMLText.coordinate(y + 22))\"/>
          """
      }
    }
    return figure(
      "The due steps in time", ChartFrame.svg("The due steps in time", height: height, body), legend: [],
      columns: ["Step", "Start by", "Lead time", "Needed"],
      rows: zip(due, needed).map { step, month in
        [
          "\(step.level.rawValue) \(step.level.title)", values.month(step.latestStart ?? 0),
          values.text(.number(step.leadMonths, unit: "months")), values.month(Int(month)),
        ]
      })
  }

  // MARK: Parts

  private func money(_ value: Money) -> String { "\(Figures.money(value)) \(roadmap.plan.currency)" }

  private func short(_ name: String) -> String { name.count > 34 ? name.prefix(33) + "…" : name }

  /// A chart with its legend and its figures as a table.
  private func figure(
    _ title: String, _ svg: String, legend: [String], columns: [String], rows: [[String]]
  ) -> String {
    var out = "<figure><figcaption>\(HTMLText.escaped(title))</figcaption>\(svg)"
    if legend.count > 1 || (legend.count == 1 && columns.first == "Way") {
      out += "<ul class=\"legend\">"
      for (index, name) in legend.enumerated() {
        out += "<li class=\"s\(index % 6)\"><span></span>\(HTMLText.escaped(name))</li>"
      }
      out += "</ul>"
    }
    out +=
      """
      <details><summary>Figures</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\" \
      aria-label=\"\(HTMLText.escaped(title)), figures\"><table><thead><tr>
      """
    out += columns.map { "<th scope=\"col\">\(HTMLText.escaped($0))</th>" }.joined()
    out += "</tr></thead><tbody>"
    for row in rows { out += "<tr>" + row.map { "<td>\(HTMLText.escaped($0))</td>" }.joined() + "</tr>" }
    return out + "</tbody></table></div></details></figure>\n"
  }
}
