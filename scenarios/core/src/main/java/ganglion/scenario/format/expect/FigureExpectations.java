package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import java.util.List;
import java.util.function.Function;

/** Expectations about figures of spike trains, membrane potentials and weights. */
final class FigureExpectations {

    static final ExpectationKind RATE = ofPopulation(
            "rate",
            place -> new Measure.Rate(Subjects.read(place)),
            "Spikes per neuron and second of a population or of one of its neurons. Goes with between, below"
                    + " or above, in hertz.",
            "{population: out}",
            Limits.FREQUENCIES,
            Subjects.NEURON_IN_TIME);

    static final ExpectationKind INTERVAL = interval();

    private static final Key<Long> BIN = Key.of("bin", positiveTicks())
            .says("Width of the bins of time in which spikes are counted.")
            .required()
            .example("5 ms");

    static final ExpectationKind INTERVAL_VARIATION = variation();
    static final ExpectationKind SYNCHRONY = ofPopulation(
            "synchrony",
            place -> new Measure.Synchrony(Subjects.read(place), BIN.in(place)),
            "How far the neurons of a population fire together (chi of Golomb and Rinzel): about 1 by the"
                    + " root of the number of neurons if they are independent, 1 if they are the same. Goes"
                    + " with limits that are numbers.",
            "{population: out, bin: 5 ms}",
            Limits.NUMBERS,
            Subjects.IN_TIME,
            BIN);
    static final ExpectationKind FANO_FACTOR = ofPopulation(
            "fano-factor",
            place -> new Measure.FanoFactor(Subjects.read(place), BIN.in(place)),
            "Variance of the number of spikes of a whole population in bins of time, divided by its mean: 1 for"
                    + " independent Poisson processes, more if neurons fire together. Goes with limits that"
                    + " are numbers.",
            "{population: out, bin: 3 ms}",
            Limits.NUMBERS,
            Subjects.IN_TIME,
            BIN);
    static final ExpectationKind MEMBRANE = membrane();
    static final ExpectationKind WEIGHTS = weights();

    private FigureExpectations() {}

    private static ExpectationKind ofPopulation(
            String key,
            Function<Place, Measure> reader,
            String says,
            String example,
            Limits limits,
            List<Key<?>> subject,
            Key<?>... more) {
        Shape<Measure> shape = Shape.of("a population", reader, Shape.keys(subject, more));
        return ExpectationKind.figure(Key.of(key, shape).says(says).exampleText(example), limits);
    }

    private static Key<Statistic> statistic(Statistic first, Statistic second, Statistic third) {
        return Key.of("statistic", words("the name of a statistic", List.of(first, second, third)))
                .byDefault(first);
    }

    private static ExpectationKind interval() {
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.SHORTEST, Statistic.LONGEST)
                .says("Whether the mean, the shortest or the longest of the intervals counts.")
                .example("longest");
        return ofPopulation(
                "interval",
                place -> new Measure.Interval(Subjects.read(place), statistic.in(place)),
                "Time between successive spikes of a neuron, over all neurons that are looked at. Goes with"
                        + " between, below or above.",
                "{population: out, statistic: shortest}",
                Limits.DURATIONS,
                Subjects.NEURON_IN_TIME,
                statistic);
    }

    private static ExpectationKind variation() {
        Key<Integer> fewest = Key.of("fewest-spikes", integer().from(3).to(1_000_000))
                .says("Neurons with fewer spikes than these do not count.")
                .byDefault(3)
                .example(4);
        return ofPopulation(
                "interval-variation",
                place -> new Measure.IntervalVariation(Subjects.read(place), fewest.in(place)),
                "ISI CV: coefficient of variation of the intervals between a neuron's spikes, mean over the neurons"
                        + " that fire at least three times, or as often as fewest-spikes says: 0 for a clock, 1"
                        + " for a Poisson process. Goes with limits that are numbers.",
                "{population: out}",
                Limits.NUMBERS,
                Subjects.NEURON_IN_TIME,
                fewest);
    }

    private static ExpectationKind membrane() {
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.LOWEST, Statistic.HIGHEST)
                .says("Whether the mean, the lowest or the highest of the potentials counts.")
                .example("highest");
        return ofPopulation(
                "membrane",
                place -> membrane(place, statistic),
                "Membrane potential of a population or of one of its neurons, which must be recorded (record:"
                        + " membrane), in the unit of the threshold. Goes with limits that are numbers.",
                "{population: out, neuron: 0, statistic: highest}",
                Limits.NUMBERS,
                Subjects.NEURON_IN_TIME,
                Subjects.AT,
                statistic);
    }

    private static Measure.Membrane membrane(Place place, Key<Statistic> statistic) {
        ExpectationContext.of(place).checkMembraneRecorded(Subjects.POPULATION.at(place));
        return new Measure.Membrane(Subjects.read(place), statistic.in(place));
    }

    private static ExpectationKind weights() {
        Key<String> from = Key.of("from", Types.name())
                .titled("the name of a population")
                .says("Population or input that the synapses come from.")
                .required()
                .example("in");
        Key<String> to = Key.of("to", Types.name())
                .titled("the name of a population")
                .says("Population that the synapses lead to.")
                .required()
                .example("out");
        Key<Integer> source = Subjects.number("source")
                .says("Neuron that the synapses come from. Left out, all of them.")
                .example(3);
        Key<Integer> target = Subjects.number("target")
                .says("Neuron that the synapses lead to. Left out, all of them.")
                .example(0);
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.LOWEST, Statistic.HIGHEST)
                .says("Whether the mean, the lowest or the highest of the weights counts.")
                .example("highest");
        Shape<Measure> shape = Shape.of(
                "plastic synapses",
                place -> {
                    ExpectationContext.of(place).checkPlastic(place, from.in(place), to.in(place));
                    return new Measure.Weight(
                            from.in(place),
                            to.in(place),
                            Subjects.neuron(place, source, from.in(place)),
                            Subjects.neuron(place, target, to.in(place)),
                            statistic.in(place));
                },
                from,
                to,
                source,
                target,
                statistic);
        return ExpectationKind.figure(
                Key.of("weights", shape)
                        .says("Weights of plastic synapses at the end of the run. Goes with limits that are numbers.")
                        .exampleText("{from: in, to: out, source: 3, target: 0}"),
                Limits.NUMBERS);
    }
}
