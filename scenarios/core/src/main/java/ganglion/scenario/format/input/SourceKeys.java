package ganglion.scenario.format.input;

import static ganglion.documents.key.Types.hertz;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.oneOf;
import static ganglion.documents.key.Types.readAs;
import static ganglion.documents.key.Types.ticks;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.place.Place;
import ganglion.documents.place.PlacedException;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.source.PoissonSource;
import ganglion.kernel.neuron.source.RegularSource;
import ganglion.kernel.random.CounterRandom;
import ganglion.scenario.format.number.NeuronScope;
import ganglion.scenario.format.number.NeuronTimes;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.RandomStreams;
import java.util.List;

/** The keys of inputs whose spikes are generated: Poisson trains and regular ones. */
final class SourceKeys {

    private static final Type<NeuronValues> RATES = oneOf(
            "a frequency such as 10 Hz, or a list of one for each neuron",
            readAs(hertz(), place -> NeuronValues.of(eventsPerTick(place))),
            readAs(
                    listOf("a list of frequencies", hertz()).size(1, 0),
                    place -> NeuronValues.each(place.elements().stream()
                            .mapToDouble(SourceKeys::eventsPerTick)
                            .toArray())));

    private static final Key<NeuronValues> RATE =
            Key.of("rate", RATES).says("Rate of each neuron for the whole run.").example("10 Hz");
    private static final Key<Long> FROM =
            Key.of("from", ticks()).says("Start of the rate.").required().example("1 s");
    private static final Key<NeuronValues> RATE_FROM_THEN =
            RATE.says("Rate of each neuron from then on.").required();
    private static final Key<List<PoissonSource.Rate>> PROFILE = Key.of(
                    "profile",
                    listOf("a list of rates", Shape.ofRecord("", PoissonSource.Rate.class, FROM, RATE_FROM_THEN))
                            .size(1, 100_000))
            .says("Rates in order of time; silent before the first.")
            .exampleText("[{from: 0 s, rate: 10 Hz}]");

    static final Key<List<PoissonSource.Rate>> POISSON = Key.of(
                    "poisson",
                    Shape.of("a rate or a profile", SourceKeys::rates, RATE, PROFILE)
                            .exactlyOne(RATE, PROFILE))
            .says("Poisson spike trains, independent for each neuron. A neuron fires at most once in a tick.")
            .exampleText("{rate: 10 Hz}")
            .exampleText("{profile: [{from: 0 s, rate: 10 Hz}, {from: 1 s, rate: 50 Hz}]}");

    private static final Key<NeuronValues> PERIOD = Key.of("period", new NeuronTimes())
            .says("Time from one spike to the next, at least a tick.")
            .required()
            .example("10 ms");
    private static final Key<NeuronValues> PHASE = Key.of("phase", new NeuronTimes())
            .says("Time of the first spike.")
            .byDefault(NeuronValues.of(0), "0 s")
            .example("5 ms");

    static final Key<NeuronModel> REGULAR = Key.of(
                    "regular",
                    Shape.<NeuronModel>of(
                            "a period and a phase",
                            place -> new RegularSource(PERIOD.in(place), PHASE.in(place)),
                            PERIOD,
                            PHASE))
            .says("Spikes at regular intervals.")
            .exampleText("{period: 10 ms}");

    private SourceKeys() {}

    static Input read(Place input) {
        Place place = POISSON.isIn(input) ? POISSON.at(input) : REGULAR.at(input);
        int size = InputKeys.SIZE.in(input);
        CounterRandom random = input.reading().context(RandomStreams.class).input(input.position());
        new NeuronScope(size, 0, place.pointer()).enter(input);
        NeuronModel model;
        try {
            model = POISSON.isIn(input) ? new PoissonSource(POISSON.in(input), random) : REGULAR.in(input);
            model.checkSize(size);
        } catch (IllegalArgumentException e) {
            PlacedException.note(e, place);
            model = new PoissonSource(List.of(), random);
        }
        return new Input.Generated(input.pointer(), InputKeys.NAME.in(input), size, model);
    }

    private static List<PoissonSource.Rate> rates(Place place) {
        return PROFILE.find(place).orElseGet(() -> List.of(new PoissonSource.Rate(0, RATE.in(place))));
    }

    private static double eventsPerTick(Place rate) {
        return hertz().read(rate) * rate.reading().times().clock().tickSeconds();
    }
}
