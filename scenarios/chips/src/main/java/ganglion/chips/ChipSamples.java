package ganglion.chips;

import ganglion.documents.InputException;
import ganglion.documents.quantity.WilsonInterval;
import ganglion.documents.table.CsvCell;
import ganglion.documents.table.Table;
import ganglion.documents.table.Table.Column;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.loss.SampleOutput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.odin.AddressEvents;
import ganglion.scenario.experiment.AugmentationPlan;
import ganglion.scenario.experiment.data.ExampleInputs;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.run.ModelEvaluation;
import ganglion.scenario.experiment.trial.TrialData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Samples on which a trained network decides, one after the other on the chip.
 *
 * @param classifier the network
 * @param samples of spikes
 * @param compiled the network without input
 */
record ChipSamples(TrainedClassifier classifier, Examples samples, CompiledModel compiled) {

    /** @throws InputException if the model or the samples cannot be used, or do not decide by spikes */
    static ChipSamples read(Path model, TrialData data) throws InputException {
        TrainedClassifier classifier = TrainedClassifier.read(model);
        Examples samples = new ExampleInputs(classifier.features(), classifier.classes())
                .read(data.examples(classifier), AugmentationPlan.NONE);
        ReadOut readOut = classifier.training().evaluation().readOut();
        if (readOut != ReadOut.SPIKE_COUNT && readOut != ReadOut.FIRST_SPIKE) {
            throw new InputException(
                    model,
                    "found a read-out of potentials, expected spike-count or first-spike: the chip sends spikes");
        }
        if (!(samples.sample(0, 0).input() instanceof SpikeInput)) {
            throw new InputException(model, "found numbers as inputs, expected spikes");
        }
        try {
            return new ChipSamples(
                    classifier,
                    samples,
                    ModelCompiler.compile(classifier.trained().model()));
        } catch (CompileException e) {
            throw new InputException(model, e.getMessage());
        }
    }

    Network network() {
        return compiled.network(SpikeRaster.empty(compiled.inputSynapses().sourceSize()));
    }

    int steps() {
        return classifier.features().steps();
    }

    private SpikeRaster input(int sample) {
        return ((SpikeInput) samples.sample(sample, 0).input()).raster();
    }

    /** The spikes of all samples, each some ticks after the one before; no others. */
    List<SpikeRaster> spikes(long everyTicks) {
        SpikeRaster.Builder all = SpikeRaster.builder(compiled.inputSynapses().sourceSize());
        for (int sample = 0; sample < samples.size(); sample++) {
            SpikeRaster raster = input(sample);
            for (int i = 0; i < raster.size(); i++) {
                all.add(sample * everyTicks + raster.tick(i), raster.neuron(i));
            }
        }
        List<SpikeRaster> spikes = new ArrayList<>(List.of(all.build()));
        compiled.layers()
                .forEach(
                        layer -> spikes.add(SpikeRaster.empty(layer.population().size())));
        return spikes;
    }

    int[] asTrained() {
        return ModelEvaluation.of(classifier, samples).decisions();
    }

    /** Decisions of a network in the chip's bits, of which all neurons compute once in a tick. */
    int[] inTicks(Network rounded) {
        int last = compiled.layers().size();
        return IntStream.range(0, samples.size())
                .map(sample -> {
                    List<Population> populations = new ArrayList<>(rounded.populations());
                    SpikeRaster raster = input(sample);
                    populations.set(
                            0, new Population(CompiledModel.INPUT, raster.neuronCount(), new SpikeSource(raster)));
                    Network network = new Network(populations, rounded.projections());
                    SpikeRaster output = SequentialSimulation.run(
                                    network, Partition.whole(network), compiled.ticks(steps()), List.of())
                            .spikes()
                            .get(last);
                    double[][] counts = new double[steps()][output.neuronCount()];
                    for (int i = output.firstIndexAt(last); i < output.size(); i++) {
                        counts[(int) output.tick(i) - last][output.neuron(i)]++;
                    }
                    return decision(counts);
                })
                .toArray();
    }

    /** Decisions of the chip by its output events. */
    int[] onChip(ProgramRun run, long everyTicks) {
        ChipProgram program = run.program();
        AddressEvents outputs = run.outputs();
        int last = compiled.layers().size();
        double[][][] counts = new double[samples.size()][steps()]
                [compiled.layers().get(last - 1).population().size()];
        for (int i = 0; i < run.within(); i++) {
            if (program.rows().population(outputs.address(i)) == last) {
                long tick = program.pace().tick(outputs.cycle(i));
                int step = (int) Math.min(tick % everyTicks, steps() - 1);
                counts[(int) (tick / everyTicks)][step][program.rows().neuron(outputs.address(i))]++;
            }
        }
        return IntStream.range(0, samples.size())
                .map(sample -> decision(counts[sample]))
                .toArray();
    }

    private int decision(double[][] counts) {
        ReadOut readOut = classifier.training().evaluation().readOut();
        SampleOutput output = new SampleOutput(counts.length, counts[0].length);
        for (int step = 0; step < counts.length; step++) {
            for (int neuron = 0; neuron < counts[step].length; neuron++) {
                output.set(step, neuron, counts[step][neuron], 0);
            }
        }
        return readOut.decide(readOut.scores(output), counts.length);
    }

    Table accuracy(int[] asTrained, int[] inTicks, int[] onChip) {
        Table table = new Table(
                Column.text("decisions"), Column.number("accuracy"), Column.text("95 %"), Column.number("as trained"));
        row(table, "as trained", asTrained, asTrained);
        row(table, "in the chip's bits, tick by tick", inTicks, asTrained);
        row(table, "on the chip, event by event", onChip, asTrained);
        return table;
    }

    private void row(Table table, String name, int[] decisions, int[] asTrained) {
        int[] labels = IntStream.range(0, samples.size()).map(samples::label).toArray();
        double accuracy = ConfusionMatrix.of(classifier.classes().size(), labels, decisions)
                .accuracy();
        long same = IntStream.range(0, decisions.length)
                .filter(i -> decisions[i] == asTrained[i])
                .count();
        table.row(
                name,
                String.format(Locale.ROOT, "%.2f %%", 100 * accuracy),
                WilsonInterval.of(accuracy, decisions.length).percent(),
                Long.toString(same));
    }

    /** A line for each sample: its class, the chip's decision, and the cycle in which it begins. */
    String decisions(int[] onChip, double cyclesPerSample) {
        List<String> classes = classifier.classes();
        return IntStream.range(0, onChip.length)
                .mapToObj(i -> String.join(
                        ",",
                        CsvCell.of(samples.names().get(i)),
                        CsvCell.of(classes.get(samples.label(i))),
                        CsvCell.of(classes.get(onChip[i])),
                        Math.round(i * cyclesPerSample) + "\n"))
                .collect(Collectors.joining("", "sample,class,decision,cycle\n", ""));
    }
}
