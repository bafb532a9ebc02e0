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
import ganglion.kernel.network.Population;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.BitTrueChip;
import ganglion.scenario.model.BitTrueChip.UnfitException;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
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

/** A call of {@code ganglion export --target}. */
record ChipExport(Chip chip, ExportTarget.Call call, HardwareProfile profile) {

    static List<String> run(Chip chip, ExportTarget.Call call) throws InputException, OutputException {
        HardwareProfile profile;
        try {
            profile = ProfileLibrary.find(chip.profile(), call.chip().point());
        } catch (ProfileException e) {
            throw new InputException(e.problems());
        }
        ChipExport export = new ChipExport(chip, call, profile);
        PlaceClaim claim = PlaceClaim.beside(call.folder());
        try (claim) {
            ProgramFolder.checkOwn(call.folder());
            return call.samples().isPresent()
                    ? export.samples(
                            ChipSamples.read(call.file(), call.samples().get()))
                    : export.scenario();
        } catch (IOException e) {
            throw new OutputException(call.folder().toString(), e);
        }
    }

    List<String> scenario() throws InputException, IOException {
        Scenario scenario = ScenarioFiles.read(call.file(), ScenarioOverrides.NONE);
        ScenarioRun run = ScenarioRunner.run(scenario, RunSettings.ofThisMachine(), RunProgress.NONE);
        ProgramPace pace = Chip.pace(profile, run.ticks(), scenario.clock().tickSeconds());
        List<SpikeRaster> spikes = run.result().spikes();
        try {
            AppliedPrecision rounded = rounded(
                    run.precision().map(change -> change.network().given()).orElse(run.network()));
            ProgramRun outcome = ProgramRun.of(ChipProgram.of(chip, rounded.quantised(), spikes, pace, Rest.NONE));
            write(scenario.name(), outcome, "");
            List<String> lines = new ArrayList<>(rounding(rounded));
            BitTrueChip.Outcome told = outcome.outcome(rounded.network(), spikes, profile);
            for (int p = 0; p < spikes.size(); p++) {
                Population population = run.network().population(p);
                if (population.model().takesInput()) {
                    lines.add(population.name() + ": " + spikes.get(p).size() + " spikes in the scenario, "
                            + told.result().spikes().get(p).size() + " on the chip");
                }
            }
            lines.addAll(told.work().sentences());
            return lines;
        } catch (UnfitException e) {
            throw unfit(e);
        }
    }

    List<String> samples(ChipSamples samples) throws InputException, IOException {
        ProgramPace sample = Chip.pace(
                profile, samples.steps(), samples.classifier().features().stepSeconds());
        try {
            AppliedPrecision rounded = rounded(samples.network());
            Rest rest = Rest.between(chip, sample, rounded.network());
            long every = rest.everyTicks();
            ProgramPace pace = Chip.pace(profile, samples.samples().size() * every, sample.tickSeconds());
            ProgramRun outcome =
                    ProgramRun.of(ChipProgram.of(chip, rounded.quantised(), samples.spikes(every), pace, rest));
            int[] onChip = samples.onChip(outcome, every);
            write(samples.classifier().name(), outcome, samples.decisions(onChip, every * pace.cyclesPerTick()));
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            samples.accuracy(samples.asTrained(), samples.inTicks(rounded.network()), onChip)
                    .print(new PrintStream(table, true, StandardCharsets.UTF_8), "");
            List<String> lines = new ArrayList<>(rounding(rounded));
            lines.addAll(table.toString(StandardCharsets.UTF_8).lines().toList());
            lines.add(String.format(
                    Locale.ROOT,
                    "a decision takes %.0f cycles, with %d events that take potentials to 0",
                    every * pace.cyclesPerTick(),
                    rest.events()));
            lines.addAll(outcome.outcome(rounded.network(), samples.spikes(every), profile)
                    .work()
                    .sentences());
            return lines;
        } catch (UnfitException e) {
            throw unfit(e);
        }
    }

    private AppliedPrecision rounded(Network network) throws InputException {
        try {
            return AppliedPrecision.of(profile, chip, network);
        } catch (IllegalArgumentException e) {
            throw new InputException(problem(e.getMessage()));
        }
    }

    private InputException unfit(UnfitException e) {
        return new InputException(e.reasons().stream()
                .map(reason -> problem("does not fit on " + chip.profile() + ": " + reason))
                .toList());
    }

    private Problem problem(String message) {
        return new Problem(call.file().toString(), 0, "", message);
    }

    private void write(String title, ProgramRun outcome, String decisions) throws IOException {
        new ProgramFolder(outcome.program(), outcome, title, decisions).write(call.folder());
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
}
