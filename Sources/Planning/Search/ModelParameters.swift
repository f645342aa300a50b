import Foundations

/// Figures that no spec states and no catalog lists: visible, listed as assumptions, never buried.
package struct ModelParameters: Sendable {
  /// Largest busy share of the workers at the busy hour.
  package var utilizationLimit = 0.8
  /// Round trip between two zones of a region, in seconds (measured medians 0.76 ms at one provider).
  package var crossZoneSeconds = 0.0008
  /// Share of the attempts of a call that fail in passing and are tried again [A].
  package var callFailureRatio = 0.001
  /// Disk of each machine, in GB.
  package var bootDiskGB = 20.0
  /// Hours of labour a month: fixed and for each instance, by form.
  package var vmHours = (fixed: 4.0, perInstance: 0.5)
  package var containerHours = (fixed: 12.0, perInstance: 0.2)
  package var managedStoreHours = 2.0
  package var selfRunStoreHours = 20.0
  package var gridHours = (fixed: 24.0, perInstance: 0.3)
  /// Hours to set a batch cluster up, once: fixed and for each node, borne over so many months [A].
  package var gridSetUpHours = (fixed: 40.0, perInstance: 0.5, months: 36.0)
  package var gpuHours = (fixed: 12.0, perInstance: 0.5)
  /// Working hours of one engineer a year.
  package var engineerHoursPerYear = 1920.0
  /// Share of a container node that the system keeps: vCPUs and bytes.
  package var nodeOverheadCPUs = 0.2
  package var nodeOverheadBytes = 0.75 * 1_073_741_824
  /// CPU seconds on the reference core of one read and one write, by class of store.
  package var relationalCPU = (read: 0.000_25, write: 0.000_5)
  package var cacheCPU = (read: 0.000_02, write: 0.000_02)
  /// Seconds until the disk answers a read that memory does not hold.
  package var diskSeconds = 0.001
  /// Seconds to the first byte of an object store.
  package var objectSeconds = 0.02
  /// Seconds until a new machine takes work.
  package var bootSeconds = 120.0
  /// Failovers of a two-node store a month.
  package var failoversPerMonth = 0.2
  /// Watts of one vCPU at work, with the site's overhead.
  package var wattsPerVCPU = 4.0
  /// Watts of one TB kept as objects: three copies on hard disks of 0.65 W a TB (Cloud Carbon Footprint, coefficients
  /// of storage), with the site's overhead of 15 %.
  package var wattsPerTB = 2.24
  /// Quantile at which a batch deadline must hold.
  package var deadlineQuantile = 0.9
  /// The same on machines that may be taken away.
  package var spotDeadlineQuantile = 0.95
  /// Seconds between failures of a rented machine: one in twenty fails in a year [A].
  package var machineMTBFSeconds = 365.0 * 86_400 / 0.05
  /// Seconds until a job runs again elsewhere, and runs of one job at most, the first included [A].
  package var jobRestartSeconds = 180.0
  package var jobTries = 3
  /// Seconds until a batch queue hands a job to a free slot (a cycle of HTCondor).
  package var dispatchSeconds = 20.0
  /// Load of a shared batch queue, for its wait.
  package var gridLoad = 0.66
  /// Wait of interactive work in a batch queue of that load, p90, in seconds (Lublin trace, EASY).
  package var gridWaitP90Seconds = 9.0 * 3600

  /// The documented defaults.
  package init() {}

  /// The assumptions to print, sorted by path.
  package var assumptions: [AssumedInput] {
    [
      AssumedInput(
        path: "model.batch_failures", value: "5 % of the machines a year, 3 min to restart, 3 runs of a job", unit: "",
        why: "what stops jobs on machines that are kept"),
      AssumedInput(
        path: "model.batch_quantile", value: "0.9, on spot machines 0.95", unit: "ratio",
        why: "of the end of a lot, at which its deadline must hold"),
      AssumedInput(path: "model.call_failure", value: "0.1", unit: "%", why: "attempts of a call that are tried again"),
      AssumedInput(
        path: "model.cross_zone", value: "0.8", unit: "ms", why: "median round trip between zones, measured"),
      AssumedInput(
        path: "model.edge_node", value: "900 USD, 8 cores of 0.7, 16 GiB, 30 W, 36 months", unit: "",
        why: "a node at a site of its own"),
      AssumedInput(path: "model.edge_site", value: "100", unit: "USD/month", why: "space and a line for a site"),
      AssumedInput(
        path: "model.functions", value: "0.1..1 s cold start, warm for 10 min, 80 % of a reference core", unit: "",
        why: "functions"),
      AssumedInput(path: "model.labour.functions", value: "2", unit: "h/month", why: "looking after functions"),
      AssumedInput(
        path: "model.labour.containers", value: "12 + 0.2 a node", unit: "h/month", why: "running a cluster"),
      AssumedInput(
        path: "model.labour.grid", value: "24 + 0.3 a node", unit: "h/month", why: "running a batch cluster"),
      AssumedInput(
        path: "model.labour.grid_set_up", value: "40 + 0.5 a node", unit: "h",
        why: "setting a batch cluster up, borne over 36 months"),
      AssumedInput(
        path: "model.labour.store", value: "2 managed, 20 self-run", unit: "h/month", why: "running a store"),
      AssumedInput(path: "model.labour.vm", value: "4 + 0.5 an instance", unit: "h/month", why: "running machines"),
      AssumedInput(
        path: "model.reference_core", value: "23390", unit: "CoreMark/s",
        why: "work.cpu is on one vCPU of aws m7i.large"),
      AssumedInput(
        path: "model.store.cpu", value: "0.25 read, 0.5 write", unit: "ms", why: "CPU of one operation of a database"),
      AssumedInput(
        path: "model.utilization_limit", value: "0.8", unit: "ratio", why: "room for bursts within the hour"),
    ]
  }
}
