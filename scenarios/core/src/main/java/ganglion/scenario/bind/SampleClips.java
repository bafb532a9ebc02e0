package ganglion.scenario.bind;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.data.SampleFile;
import ganglion.scenario.data.SpikeFiles;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Reads the samples of data sets and lays them one after the other on a scenario's timeline. */
public final class SampleClips {

    private final Scenario scenario;
    private final Input.Samples input;
    private final Optional<PopulationSpec> readOut;
    private final long longestTicks;
    private final long endTick;
    private final SpikeRaster.Builder spikes;
    private final List<Clip> clips = new ArrayList<>();
    private long fromTick;
    private long spikeCount;

    private SampleClips(Scenario scenario, Input.Samples input) {
        this.scenario = scenario;
        this.input = input;
        this.readOut = scenario.decision().map(DecisionRule::population).flatMap(scenario::population);
        this.longestTicks = input.longestTicks();
        this.endTick = scenario.durationTicks().orElse(Long.MAX_VALUE);
        this.spikes = SpikeRaster.builder(input.size());
    }

    /**
     * Reads the samples of all inputs that have such.
     *
     * @param progress receives the share of the samples of an input that are read
     * @throws InputException with a problem for each file that cannot be used
     */
    public static Stimulus read(Scenario scenario, DoubleConsumer progress) throws InputException {
        Stimulus stimulus = Stimulus.NONE;
        List<Problem> problems = new ArrayList<>();
        for (Input input : scenario.inputs()) {
            if (input instanceof Input.Samples samples) {
                try {
                    stimulus = stimulus.with(new SampleClips(scenario, samples).read(progress));
                } catch (TableException e) {
                    problems.add(
                            scenario.problem(samples.pointer() + "/spikes", samples.file() + ": " + e.getMessage()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return stimulus;
    }

    private Stimulus read(DoubleConsumer progress) throws TableException {
        try (SampleFile file = SampleFile.open(input.file().resolved())) {
            for (int i = 0; i < input.count() && fromTick < endTick; i++) {
                add(file, input.first() + i);
                progress.accept((i + 1.0) / input.count());
            }
        }
        return new Stimulus(clips, Map.of(input.name(), spikes.build()), Map.of());
    }

    private void add(SampleFile file, int number) throws TableException {
        SpikeRaster sample;
        try {
            sample = file.sample(number).toRaster(input.size(), scenario.clock());
        } catch (TableException e) {
            throw new TableException("sample " + number + ": " + e.getMessage(), e);
        }
        long lasts = Math.min(longestTicks, sample.size() == 0 ? 1 : sample.tick(sample.size() - 1) + 1);
        long untilTick = Math.min(fromTick + lasts, endTick);
        spikeCount += sample.size();
        if (spikeCount > SpikeFiles.MOST_SPIKES) {
            throw new TableException("found more than " + SpikeFiles.MOST_SPIKES + " spikes up to sample " + number
                    + ", expected fewer");
        }
        for (int i = 0; i < sample.firstIndexAt(untilTick - fromTick); i++) {
            spikes.add(fromTick + sample.tick(i), sample.neuron(i));
        }
        spikes.addMerged(sample.merged());
        clips.add(new Clip(input.name(), input.file() + "#" + number, label(file.label(number)), fromTick, untilTick));
        fromTick += lasts + input.gapTicks();
    }

    /** A label is the number of a neuron of the read-out population, which may have a name. */
    private String label(int number) {
        return readOut.filter(population -> number >= 0 && number < population.size())
                .map(population -> population.neuronName(number))
                .orElse(Integer.toString(number));
    }
}
