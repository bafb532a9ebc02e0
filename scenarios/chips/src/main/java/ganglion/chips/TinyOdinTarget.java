package ganglion.chips;

import ganglion.chips.ChipProgram.UnfitException;
import ganglion.cli.verb.ExportTarget;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.documents.output.PlaceClaim;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.odin.AddressEvents;
import ganglion.odin.TinyOdin;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.AppliedPrecision;
import ganglion.scenario.run.ScenarioRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ganglion export --target tinyodin}. */
public final class TinyOdinTarget implements ExportTarget {

    private static final String PROFILE = "tinyodin";

    @Override
    public String profile() {
        return PROFILE;
    }

    @Override
    public List<String> run(Call call) throws InputException, OutputException {
        HardwareProfile profile = profile(call);
        Scenario scenario = ScenarioFiles.read(call.scenario(), ScenarioOverrides.NONE);
        ScenarioRun run = ScenarioRunner.run(scenario, RunSettings.ofThisMachine(), RunProgress.NONE);
        double hertz = profile.figures().operatingPoint().clockHertz().orElseThrow();
        double cyclesPerTick = hertz * scenario.clock().tickSeconds();
        List<SpikeRaster> spikes = run.result().spikes();
        AppliedPrecision rounded;
        ChipProgram program;
        try {
            rounded = AppliedPrecision.of(profile, run.network());
            program = ChipProgram.of(rounded, spikes, run.ticks(), cyclesPerTick);
        } catch (IllegalArgumentException e) {
            throw new InputException(problem(call.scenario(), e.getMessage()));
        } catch (UnfitException e) {
            throw new InputException(e.reasons().stream()
                    .map(reason -> problem(call.scenario(), "does not fit on " + PROFILE + ": " + reason))
                    .toList());
        }
        AddressEvents outputs = new AddressEvents();
        AddressEvents lost = new AddressEvents();
        ProgramFolder folder = new ProgramFolder(program, scenario.name(), hertz, outputs);
        long until = Math.round(run.ticks() * cyclesPerTick);
        long last = program.chip().run(program.inputs(), outputs, lost, until);
        PlaceClaim claim = PlaceClaim.beside(call.folder());
        try (claim) {
            folder.write(call.folder(), last < until ? last + ProgramFolder.QUIET_CYCLES : until);
        } catch (IOException e) {
            throw new OutputException(call.folder().toString(), e);
        }
        List<String> lines = new ArrayList<>(rounding(rounded));
        lines.addAll(spikes(program, spikes, outputs));
        lines.add(work(program, last, hertz));
        if (last == until) {
            lines.add("the chip is not done when the scenario ends: what it would do later is left out");
        }
        if (program.chip().longestWait() > cyclesPerTick) {
            lines.add("the chip falls behind: an input waits for "
                    + program.chip().longestWait() + " cycles, a tick has " + Math.round(cyclesPerTick));
        }
        if (lost.size() > 0) {
            int row = lost.address(0);
            lines.add(lost.size()
                    + " spikes find the queue full and are lost on their way to other neurons, the first of "
                    + name(program, row) + " in cycle " + lost.cycle(0));
        }
        return lines;
    }

    private static HardwareProfile profile(Call call) throws InputException {
        try {
            return ProfileLibrary.find(PROFILE, call.chip().point());
        } catch (ProfileException e) {
            throw new InputException(e.problems());
        }
    }

    private static Problem problem(Path scenario, String message) {
        return new Problem(scenario.toString(), 0, "", message);
    }

    private static String name(ChipProgram program, int row) {
        int population = program.populationOf(row);
        return "neuron " + (row - program.firstRow()[population]) + " of "
                + program.network().populations().get(population).name();
    }

    private static List<String> rounding(AppliedPrecision rounded) {
        List<String> lines = new ArrayList<>();
        rounded.quantised().notes().forEach(note -> lines.add("not exact: " + note));
        for (ProjectionChange change : rounded.quantised().projections()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "weights %s to %s: %d of %d rounded, the largest error %.3g, a step is %.3g",
                    change.source(),
                    change.target(),
                    change.weightsChanged(),
                    change.synapses(),
                    change.largestWeightError(),
                    rounded.step(change.target())));
        }
        for (PopulationChange change : rounded.quantised().populations()) {
            if (change.largestThresholdError() > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "threshold of %s: the largest error %.3g",
                        change.population(),
                        change.largestThresholdError()));
            }
        }
        return lines;
    }

    private static List<String> spikes(ChipProgram program, List<SpikeRaster> spikes, AddressEvents outputs) {
        List<String> lines = new ArrayList<>();
        Network network = program.network();
        for (int p = 0; p < spikes.size(); p++) {
            if (network.populations().get(p).model().takesInput()) {
                lines.add(network.populations().get(p).name() + ": "
                        + spikes.get(p).size() + " spikes in the scenario, " + program.outputs(p, outputs)
                        + " on the chip");
            }
        }
        return lines;
    }

    private static String work(ChipProgram program, long last, double hertz) {
        TinyOdin chip = program.chip();
        return String.format(
                Locale.ROOT,
                "%d input events, %d synaptic operations, %d leaks in %d cycles (%.6g s at %.4g MHz)",
                program.inputs().size(),
                chip.synapticOperations(),
                chip.leakUpdates(),
                last,
                last / hertz,
                hertz * 1e-6);
    }
}
