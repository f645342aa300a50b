import Foundations

/// The frame of a chart: axes with ticks, marks with values that hovering or the keyboard shows.
struct ChartFrame {
  /// A linear or logarithmic axis.
  struct Axis {
    var low: Double
    var high: Double
    var isLogarithmic = false
    var title: String
    var format: (Double) -> String

    /// Where a value lies, from 0 to 1.
    func part(_ value: Double) -> Double {
      if isLogarithmic, value > 0, low > 0, high > low {
        return (ChartFrame.log10(value) - ChartFrame.log10(low)) / (ChartFrame.log10(high) - ChartFrame.log10(low))
      }
      return high > low ? (value - low) / (high - low) : 0.5
    }

    /// Values at which lines are drawn.
    var ticks: [Double] {
      guard !isLogarithmic else {
        var ticks: [Double] = []
        var decade = 1e-9
        while decade <= high, ticks.count < 40 {
          for factor in [1.0, 3.0] where decade * factor >= low && decade * factor <= high {
            ticks.append(decade * factor)
          }
          decade *= 10
        }
        return ticks.count > 6 ? ticks.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) : ticks
      }
      let step = ChartFrame.niceStep((high - low) / 5)
      guard step > 0 else { return [low] }
      var ticks: [Double] = []
      var value = (low / step).rounded(.up) * step
      while value <= high + step * 1e-6, ticks.count < 12 {
        ticks.append(value)
        value += step
      }
      return ticks
    }
  }

  static let width = 640.0
  let height: Double
  let x: Axis
  let y: Axis
  var left = 84.0
  var right = 36.0
  var top = 30.0
  var bottom = 44.0

  /// 1, 2 or 5 times a power of ten, not below the value.
  static func niceStep(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    var step = 1e-12
    while step * 10 <= value { step *= 10 }
    for factor in [1.0, 2, 5, 10] where step * factor >= value * 0.999 { return step * factor }
    return step * 10
  }

  /// The common logarithm, to the precision of a picture.
  static func log10(_ value: Double) -> Double {
    guard value > 0 else { return -12 }
    var (rest, whole) = (value, 0.0)
    while rest >= 10 {
      rest /= 10
      whole += 1
    }
    while rest < 1 {
      rest *= 10
      whole -= 1
    }
    // ln(rest)/ln(10) by the series of atanh.
    let t = (rest - 1) / (rest + 1)
    var (sum, power) = (0.0, t)
    var n = 1.0
    while n < 60 {
      sum += power / n
      power *= t * t
      n += 2
    }
    return whole + 2 * sum / 2.302585092994046
  }

  func px(_ value: Double) -> Double { left + x.part(value) * (ChartFrame.width - left - right) }

  func py(_ value: Double) -> Double { height - bottom - y.part(value) * (height - top - bottom) }

  /// Lines and labels of both axes.
  var axes: String {
    var out = "<g class=\"axis\">"
    let (x0, x1) = (HTMLText.coordinate(left), HTMLText.coordinate(ChartFrame.width - right))
    for tick in y.ticks {
      let at = HTMLText.coordinate(py(tick))
      out += "<line x1=\"\(x0)\" x2=\"\(x1)\" y1=\"\(at)\" y2=\"\(at)\"/>"
      out +=
        """
        <text x=\"\(HTMLText.coordinate(left - 8))\" y=\"\(at)\" dy=\"4\" \
        text-anchor=\"end\">\(HTMLText.escaped(y.format(tick)))</text>
        """
    }
    for tick in x.ticks {
      let at = HTMLText.coordinate(px(tick))
      out +=
        """
        <text x=\"\(at)\" y=\"\(HTMLText.coordinate(height - bottom + 18))\" \
        text-anchor=\"middle\">\(HTMLText.escaped(x.format(tick)))</text>
        """
    }
    out +=
      """
      <text class=\"axis-title\" x=\"\(x1)\" y=\"\(HTMLText.coordinate(height - 6))\" \
      text-anchor=\"end\">\(HTMLText.escaped(x.title))</text>
      """
    out += "<text class=\"axis-title\" x=\"4\" y=\"11\">\(HTMLText.escaped(y.title))</text></g>"
    return out
  }

  /// A round mark with a value that is read out, shown on hovering and on focus.
  func mark(_ xValue: Double, _ yValue: Double, _ label: String, series: Int, isStrong: Bool = false) -> String {
    let (cx, cy) = (px(xValue), py(yValue))
    let anchor = cx > ChartFrame.width * 0.6 ? "end" : "start"
    let dx = anchor == "end" ? -10.0 : 10
    let dy = cy < 40 ? 18.0 : -10
    return
      "<g class=\"mark s\(series % 6)\" tabindex=\"0\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\">"
      + "<circle class=\"hit\" cx=\"\(HTMLText.coordinate(cx))\" cy=\"\(HTMLText.coordinate(cy))\" r=\"12\"/>"
      + "<circle cx=\"\(HTMLText.coordinate(cx))\" cy=\"\(HTMLText.coordinate(cy))\" r=\"\(isStrong ? 7 : 4)\"/>"
        + """
        <text class=\"tip\" x=\"\(HTMLText.coordinate(cx + dx))\" y=\"\(HTMLText.coordinate(cy + dy))\" \
        text-anchor=\"\(anchor)\">\(HTMLText.escaped(label))</text></g>
        """
  }

  /// A line through points.
  func line(_ points: [(Double, Double)], series: Int, isDashed: Bool = false) -> String {
    let path = points.map { "\(HTMLText.coordinate(px($0.0))),\(HTMLText.coordinate(py($0.1)))" }.joined(separator: " ")
    return "<polyline class=\"line s\(series % 6)\"\(isDashed ? " stroke-dasharray=\"6 5\"" : "") points=\"\(path)\"/>"
  }

  /// The picture with its description.
  func svg(_ title: String, _ body: String) -> String {
    ChartFrame.svg(title, height: height, axes + body)
  }

  /// A picture of the common width.
  static func svg(_ title: String, height: Double, _ body: String) -> String {
    """
    <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTMLText.escaped(title))\"><svg \
    viewBox=\"0 0 640 \(HTMLText.coordinate(height))\" role=\"group\" aria-label=\"\(HTMLText.escaped(title))\">
    """
      + body + "</svg></div>"
  }
}
