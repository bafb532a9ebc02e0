package ganglion.report.trace;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.output.OwnFile;
import ganglion.hardware.chip.Execution;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.TimeModel.AsynchronousEvents;
import ganglion.hardware.cost.Costing.CostRequest;
import ganglion.hardware.cost.TracedRun;
import ganglion.report.cost.Recosting;
import ganglion.scenario.model.HardwareSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A recorded run on the devices that it is to be traced on. */
public final class TracedDevices {

    private record Traced(HardwareProfile profile, TracedRun run) {}

    private final Recosting recorded;
    private final List<Traced> shown = new ArrayList<>();
    private final List<TracedDevice> leftOut = new ArrayList<>();

    /**
     * Places the network on each device.
     *
     * @throws InputException if no device can be traced
     */
    public TracedDevices(Recosting recorded) throws InputException {
        this.recorded = recorded;
        recorded.hardware().forEach(this::place);
        if (shown.isEmpty()) {
            throw problem(
                    "--profile",
                    "found no device that can be traced, expected a chip that follows spikes, holds the network and has all times: "
                            + leftOut.stream()
                                    .map(device -> device.profile() + " (" + String.join(", ", device.left()) + ")")
                                    .collect(Collectors.joining("; ")));
        }
    }

    private void place(HardwareSpec spec) {
        HardwareProfile profile = spec.profile();
        if (profile.cores().execution() != Execution.SPIKING) {
            leftOut.add(TracedDevice.leftOut(
                    profile.name(), List.of("compute layers as a whole, so that no core waits for a spike")));
            return;
        }
        TracedRun run = recorded.traced(new CostRequest(profile, spec.options()));
        List<String> problems = run.placed().placement().problems();
        List<String> reasons = problems.isEmpty()
                ? run.unknown().stream()
                        .map(unknown -> "without the " + unknown)
                        .toList()
                : problems;
        if (reasons.isEmpty()) {
            shown.add(new Traced(profile, run));
        } else {
            leftOut.add(TracedDevice.leftOut(profile.name(), reasons));
        }
    }

    /**
     * Refuses to replace what is no trace, before anything is computed.
     *
     * @throws IOException saying in one line what is in the way
     */
    public static void check(Path file) throws IOException {
        OwnFile.check(file, TraceEvents.SIGN, "a trace of Ganglion");
    }

    /**
     * Writes the trace; one of that name is replaced.
     *
     * @return each device, those that are left out last
     * @throws InputException if it would hold too many events
     * @throws IOException saying in one line why nothing was written
     */
    public List<TracedDevice> write(TracePeriod period, Path file) throws InputException, IOException {
        List<TracedDevice> devices = new ArrayList<>();
        try {
            FilePublisher.publish(file, out -> write(period, out, devices));
        } catch (TraceEvents.TooMany e) {
            throw problem(
                    "--until",
                    String.format(
                            Locale.ROOT,
                            "found more than %,d events from tick %d on when tick %d was reached, expected fewer: an earlier end,"
                                    + " or fewer devices by --profile",
                            TraceEvents.MOST_EVENTS,
                            period.from(),
                            e.tick()));
        }
        devices.addAll(leftOut);
        return devices;
    }

    private void write(TracePeriod period, OutputStream out, List<TracedDevice> devices) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("scenario", recorded.scenario());
        about.put("fromTick", String.valueOf(period.from()));
        about.put("untilTick", String.valueOf(period.until()));
        try (TraceEvents events = new TraceEvents(out, about, TraceEvents.MOST_EVENTS)) {
            for (Traced device : shown) {
                ChipTracks tracks = new ChipTracks(
                        events,
                        devices.size() + 1,
                        device.run(),
                        period,
                        device.profile().cores().timeModel() instanceof AsynchronousEvents);
                tracks.name(device.profile().name());
                device.run().walk(period.until(), tracks);
                devices.add(tracks.summary(device.profile().name()));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static InputException problem(String option, String message) {
        return new InputException(new Problem(option, 0, "", message));
    }
}
