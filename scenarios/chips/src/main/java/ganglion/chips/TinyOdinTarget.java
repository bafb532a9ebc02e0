package ganglion.chips;

import ganglion.chips.ChipProgram.Rest;
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
import ganglion.scenario.model.BitTrueChip.UnfitException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.PrecisionChange;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.run.AppliedPrecision;
import ganglion.scenario.run.ScenarioRunner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code ganglion export --target tinyodin}. */
public final class TinyOdinTarget implements ExportTarget {

    static final String PROFILE = "tinyodin";

    @Override
    public String profile() {
        return PROFILE;
    }

    @Override
    public List<String> run(Call call) throws InputException, OutputException {
        HardwareProfile profile = profile(call);
        double hertz = profile.figures().operatingPoint().clockHertz().orElseThrow();
        return call.samples().isPresent()
                ? new Export(call, profile, hertz)
                        .samples(ChipSamples.read(call.file(), call.samples().get()))
                : new Export(call, profile, hertz).scenario();
    }

    /** One call. */
    private record Export(Call call, HardwareProfile profile, double hertz) {

        List<String> scenario() throws InputException, OutputException {
            Scenario scenario = ScenarioFiles.read(call.file(), ScenarioOverrides.NONE);
            ScenarioRun run = ScenarioRunner.run(scenario, RunSettings.ofThisMachine(), RunProgress.NONE);
            double cyclesPerTick = hertz * scenario.clock().tickSeconds();
            List<SpikeRaster> spikes = run.result().spikes();
            try {
                Optional<PrecisionChange> change = run.precision();
                AppliedPrecision rounded = change.flatMap(PrecisionChange::work).isPresent()
                        ? new AppliedPrecision(profile, change.get().network())
                        : rounded(run.network());
                ChipProgram program =
                        ChipProgram.of(rounded.quantised(), spikes, run.ticks(), cyclesPerTick, Rest.NONE);
                Outcome outcome = Outcome.of(program, run.ticks());
                write(scenario.name(), outcome, "");
                List<String> lines = new ArrayList<>(rounding(rounded));
                lines.addAll(TinyOdinTarget.spikes(program, spikes, outcome.outputs()));
                lines.addAll(work(outcome));
                return lines;
            } catch (UnfitException e) {
                throw unfit(e);
            }
        }

        List<String> samples(ChipSamples samples) throws InputException, OutputException {
            double cyclesPerTick = hertz * samples.classifier().features().stepSeconds();
            try {
                AppliedPrecision rounded = rounded(samples.network());
                Rest rest = Rest.between(samples.steps(), rounded.network(), cyclesPerTick);
                long every = rest.everyTicks();
                long ticks = samples.samples().size() * every;
                ChipProgram program =
                        ChipProgram.of(rounded.quantised(), samples.spikes(every), ticks, cyclesPerTick, rest);
                Outcome outcome = Outcome.of(program, ticks);
                int[] onChip = samples.onChip(program, outcome.outputs(), every);
                write(samples.classifier().name(), outcome, samples.decisions(onChip, every * cyclesPerTick));
                ByteArrayOutputStream table = new ByteArrayOutputStream();
                samples.accuracy(samples.asTrained(), samples.inTicks(rounded.network()), onChip)
                        .print(new PrintStream(table, true, StandardCharsets.UTF_8), "");
                List<String> lines = new ArrayList<>(rounding(rounded));
                lines.addAll(table.toString(StandardCharsets.UTF_8).lines().toList());
                lines.add(String.format(
                        Locale.ROOT,
                        "a decision takes %.0f cycles, with %d events that take potentials to 0",
                        every * cyclesPerTick,
                        rest.events()));
                lines.addAll(work(outcome));
                return lines;
            } catch (UnfitException e) {
                throw unfit(e);
            }
        }

        private AppliedPrecision rounded(Network network) throws InputException {
            try {
                return AppliedPrecision.of(profile, new TinyOdinChip(), network);
            } catch (IllegalArgumentException e) {
                throw new InputException(problem(e.getMessage()));
            }
        }

        private InputException unfit(UnfitException e) {
            return new InputException(e.reasons().stream()
                    .map(reason -> problem("does not fit on " + PROFILE + ": " + reason))
                    .toList());
        }

        private Problem problem(String message) {
            return new Problem(call.file().toString(), 0, "", message);
        }

        private void write(String title, Outcome outcome, String decisions) throws OutputException {
            ProgramFolder folder = new ProgramFolder(outcome.program(), title, hertz, outcome.outputs(), decisions);
            PlaceClaim claim = PlaceClaim.beside(call.folder());
            try (claim) {
                folder.write(
                        call.folder(),
                        outcome.isDone() ? outcome.last() + ProgramFolder.QUIET_CYCLES : outcome.until());
            } catch (IOException e) {
                throw new OutputException(call.folder().toString(), e);
            }
        }

        private List<String> work(Outcome outcome) {
            ChipProgram program = outcome.program();
            AddressEvents lost = outcome.lost();
            List<String> lines = new ArrayList<>();
            lines.add(TinyOdinTarget.work(program, outcome.last(), hertz));
            if (!outcome.isDone()) {
                lines.add("the chip is not done when the scenario ends: what it would do later is left out");
            }
            if (program.chip().longestWait() > program.cyclesPerTick()) {
                lines.add("the chip falls behind: an input waits for "
                        + program.chip().longestWait() + " cycles, a tick has " + Math.round(program.cyclesPerTick()));
            }
            if (lost.size() > 0) {
                int row = lost.address(0);
                lines.add(lost.size()
                        + " spikes find the queue full and are lost on their way to other neurons, the first of "
                        + program.name(row) + " in cycle " + lost.cycle(0));
            }
            return lines;
        }
    }

    /** What a program does. */
    record Outcome(ChipProgram program, AddressEvents outputs, AddressEvents lost, long until, long last) {

        static Outcome of(ChipProgram program, long ticks) {
            AddressEvents outputs = new AddressEvents();
            AddressEvents lost = new AddressEvents();
            long until = Math.round(ticks * program.cyclesPerTick());
            return new Outcome(
                    program, outputs, lost, until, program.chip().run(program.inputs(), outputs, lost, until));
        }

        boolean isDone() {
            return last < until;
        }
    }

    private static HardwareProfile profile(Call call) throws InputException {
        try {
            return ProfileLibrary.find(PROFILE, call.chip().point());
        } catch (ProfileException e) {
            throw new InputException(e.problems());
        }
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
