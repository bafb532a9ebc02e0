package ganglion.scenario.format;

import static ganglion.documents.key.Types.checked;
import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.listOf;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.seconds;
import static ganglion.documents.key.Types.text;
import static ganglion.documents.key.Types.ticks;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Type;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.scenario.format.name.DeclaredNames;
import ganglion.scenario.format.name.NameTypes;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.DecisionRule.LiveRule;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ReadOutRule;
import ganglion.scenario.model.Recording;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How clips are decided. */
final class DecisionKeys {

    private static final Key<String> POPULATION = Key.of("population", NameTypes.POPULATION)
            .titled("the name of a population")
            .says("Read-out population.")
            .required()
            .example("out");

    private static final Key<String> INPUT = Key.of("input", Types.name())
            .titled("the name of an input with clips or samples")
            .says("Input whose clips or samples are decided. Needed only where there are several.")
            .example("ear");

    private static final Key<Long> MARGIN = Key.of("margin", ticks())
            .says("How long after a clip's end spikes still count for it; at most the gap between clips.")
            .byDefault(0L, "0 s")
            .example("20 ms");

    private static final Key<ReadOutRule.Score> READ_OUT = Key.of(
                    "read-out", words("the name of a read-out", ReadOutRule.Score.class))
            .says(
                    "How neurons are compared: by their spikes as above (most-spikes), or as trainers do it, where the highest"
                            + " score wins and of equals the lower number: number of spikes (spike-count), how early the first comes"
                            + " (first-spike), mean or highest potential (mean-membrane, max-membrane; the population must be"
                            + " recorded). A single neuron stands for the second of two classes if it fires in more than half of the"
                            + " ticks, or if its potential is above one half. Where groups of neurons stand for a class, it is how"
                            + " many of its neurons fire at all, and of equals the mean of the highest potential of each (votes; the"
                            + " population must be recorded).")
            .byDefault(ReadOutRule.MOST_SPIKES.score())
            .example("spike-count");

    private static final Key<Long> DELAY = Key.of("delay", ticks())
            .says("Delay of the population's answer: it begins to count this long after the clip's start.")
            .byDefault(ReadOutRule.MOST_SPIKES.delayTicks(), "0 ticks")
            .example("2 ticks");

    private static final Key<Long> DURATION = Key.of("duration", ticks())
            .says("For how long the population counts. Left out, until the clip ends, and the margin.")
            .impliedDefault(ReadOutRule.MOST_SPIKES.ticks())
            .example("1 s");

    private static final Key<List<String>> CLASSES = Key.of(
                    "classes",
                    listOf("two or more different texts", text("").length(1, 200))
                            .size(2, 100_000)
                            .ofDifferent())
            .says(
                    "Names of the two classes that a single neuron distinguishes, with another read-out than most-spikes; or of"
                            + " those that groups of neurons stand for.")
            .impliedDefault(List.of())
            .exampleText("[synthetic, acoustic]");

    private static final Key<List<List<Integer>>> GROUPS = Key.of(
                    "groups",
                    listOf(
                                    "a list of lists of neurons, one for each class",
                                    listOf(
                                                    "a list of neurons",
                                                    integer().from(0).to(Integer.MAX_VALUE))
                                            .each("the number of a neuron, from 0"))
                            .size(2, 100_000))
            .says("Neurons that stand for each of the classes, which may be none, with the read-out votes.")
            .impliedDefault(List.of())
            .exampleText("[[0, 1], [2, 3, 4]]");

    private static final Key<Double> STOP_WHEN_CERTAIN = Key.of(
                    "stop-when-certain", number().above(0.5).below(1))
            .says(
                    "Takes a decision as soon as the neuron with most spikes has the highest rate with this probability, by counts so far alone."
                            + " The network goes on, and the run tells what had been spent by then. With the read-outs most-spikes and spike-count"
                            + " of several neurons.")
            .impliedDefault(1.0)
            .example(0.99);

    /** How clips are decided. */
    static final Key<DecisionRule> DECISION = Key.of(
                    "decision",
                    Shape.of(
                            "a read-out population",
                            DecisionKeys::read,
                            POPULATION,
                            INPUT,
                            MARGIN,
                            READ_OUT,
                            DELAY,
                            DURATION,
                            CLASSES,
                            GROUPS,
                            STOP_WHEN_CERTAIN,
                            LiveKeys.LIVE))
            .says(
                    "How clips are decided: the neuron of the read-out population with most spikes wins, unless read-out says"
                            + " otherwise; of equals the one that fired first, of those the lower number.")
            .exampleText("{population: out}");

    private DecisionKeys() {}

    /**
     * The inputs whose clips may be decided.
     *
     * @param inputs all that have clips or samples
     */
    private record Playlists(List<Input.Playlist> inputs) {}

    /** How a scenario with these inputs decides, if it does. */
    static Optional<DecisionRule> in(Place root, List<Input> inputs) {
        root.reading()
                .setContext(
                        Playlists.class,
                        new Playlists(inputs.stream()
                                .filter(Input.Playlist.class::isInstance)
                                .map(Input.Playlist.class::cast)
                                .toList()));
        return DECISION.find(root);
    }

    private static DecisionRule read(Place place) {
        String population = POPULATION.in(place);
        List<Input.Playlist> playlists =
                place.reading().context(Playlists.class).inputs();
        Optional<Input.Playlist> input = INPUT.isIn(place) ? named(INPUT.at(place), playlists) : only(place, playlists);
        long marginTicks = MARGIN.in(place);
        input.ifPresent(chosen -> checkMargin(place, marginTicks, chosen));
        int neurons = place.reading().context(DeclaredNames.class).sizeIfAny(population);
        ReadOutRule readOut = readOut(place, neurons);
        return new DecisionRule(
                place.pointer(),
                population,
                input.map(Input.Playlist::name).orElse(""),
                marginTicks,
                readOut,
                stopWhenCertain(place, readOut.score(), neurons),
                LiveKeys.LIVE.in(place));
    }

    /** Counts of several neurons are compared, or there is nothing to be certain of. */
    private static OptionalDouble stopWhenCertain(Place place, ReadOutRule.Score score, int neurons) {
        if (!STOP_WHEN_CERTAIN.isIn(place)) {
            return OptionalDouble.empty();
        }
        boolean counts = score == ReadOutRule.Score.MOST_SPIKES || score == ReadOutRule.Score.SPIKE_COUNT;
        if (!counts || neurons == 1) {
            STOP_WHEN_CERTAIN
                    .at(place)
                    .problem("found " + (counts ? "a single neuron" : "a read-out that compares no counts of neurons")
                            + ", expected the read-out most-spikes or spike-count of several neurons");
        }
        return OptionalDouble.of(STOP_WHEN_CERTAIN.in(place));
    }

    private static ReadOutRule readOut(Place place, int neurons) {
        ReadOutRule.Score score = READ_OUT.in(place);
        List<String> classes = CLASSES.in(place);
        List<List<Integer>> groups = GROUPS.in(place);
        if (score.ofGroups()) {
            checkGroups(place, groups, neurons);
        } else {
            GROUPS.find(place)
                    .ifPresent(
                            found -> GROUPS.at(place).problem("found groups, which go with the read-out votes only"));
            checkClasses(place, score, neurons);
            groups = List.of();
        }
        return new ReadOutRule(score, DELAY.in(place), DURATION.in(place), classes, groups);
    }

    private static void checkGroups(Place place, List<List<Integer>> groups, int neurons) {
        if (GROUPS.isIn(place) && CLASSES.isIn(place)) {
            DecisionGroups.check(GROUPS.at(place), groups, CLASSES.in(place).size(), neurons);
        } else {
            place.problem("found no \"" + (GROUPS.isIn(place) ? CLASSES : GROUPS)
                    + "\", which is required because several neurons stand for a class");
        }
    }

    private static void checkClasses(Place place, ReadOutRule.Score score, int neurons) {
        boolean mostSpikes = score == ReadOutRule.Score.MOST_SPIKES;
        if (!CLASSES.isIn(place)) {
            if (!mostSpikes && neurons == 1) {
                place.problem("found no \"classes\", which are required because one neuron distinguishes two of them");
            }
        } else if (mostSpikes || neurons > 1 || CLASSES.in(place).size() != 2) {
            CLASSES.at(place)
                    .problem(
                            "found classes, which go with groups, or two with a single neuron and another read-out only");
        }
    }

    /** Potentials that decide must be recorded. */
    static void checkRecorded(Place root, DecisionRule rule, Recording recording) {
        if (rule.readOut().score().needsMembranes() && !recording.membranes().contains(rule.population())) {
            READ_OUT.at(DECISION.at(root))
                    .problem("found a read-out of potentials that are not recorded, expected " + rule.population()
                            + " in the list /record/membrane");
        }
    }

    private static Optional<Input.Playlist> named(Place place, List<Input.Playlist> playlists) {
        Optional<Input.Playlist> input = playlists.stream()
                .filter(each -> each.name().equals(place.text()))
                .findFirst();
        if (input.isEmpty()) {
            place.problem("found \"" + place.text() + "\", expected the name of an input with clips or samples");
        }
        return input;
    }

    private static Optional<Input.Playlist> only(Place place, List<Input.Playlist> playlists) {
        if (playlists.size() > 1) {
            place.problem("found no \"input\", which is required because there are " + playlists.size()
                    + " inputs with clips or samples");
        }
        return playlists.stream().findFirst();
    }

    /** A spike must not count for two clips. */
    private static void checkMargin(Place place, long marginTicks, Input.Playlist input) {
        if (input.trialCount() > 1 && marginTicks > input.gapTicks()) {
            MARGIN.at(place)
                    .problem("found " + marginTicks + " ticks, expected at most the gap between the clips of "
                            + input.name() + ", " + input.gapTicks() + " ticks");
        }
    }

    /** Checks which neurons of a read-out population stand for each class: one group per class, each neuron in one at most. */
    private static final class DecisionGroups {

        private DecisionGroups() {}

        /**
         * Notes what is wrong with groups.
         *
         * @param place where they are written
         * @param classes number of classes
         * @param neurons number of neurons of the population
         */
        static void check(Place place, List<List<Integer>> groups, int classes, int neurons) {
            if (groups.size() != classes) {
                place.problem("found " + groups.size() + " groups, expected one for each of " + classes + " classes");
            }
            Set<Integer> seen = new HashSet<>();
            for (List<Integer> group : groups) {
                for (int neuron : group) {
                    if (neuron >= neurons) {
                        place.problem("found neuron " + neuron + ", expected 0 to " + (neurons - 1));
                    } else if (!seen.add(neuron)) {
                        place.problem("found neuron " + neuron + " twice, expected it in one group at most");
                    }
                }
            }
        }
    }

    /** How {@code ganglion live} decides. */
    private static final class LiveKeys {

        private static final double LONGEST_SECONDS = 60;

        private static final Key<Double> WINDOW = Key.of("window", upToAMinute(Double.MIN_VALUE))
                .says("Length of the stretch up to now whose spikes count, or whose potentials.")
                .byDefault(LiveRule.DEFAULT.windowSeconds(), "1 s")
                .example("500 ms");

        private static final Key<Double> CERTAIN = Key.of(
                        "certain", number().from(0).to(1))
                .says(
                        "Probability that the leading class must reach: of counts, that its neurons have the highest rate; of potentials, their soft"
                                + " maximum. Below it nothing is decided for.")
                .byDefault(LiveRule.DEFAULT.certain())
                .example(0.95);

        private static final Key<Double> HOLD = Key.of("hold", upToAMinute(0))
                .says(
                        "For how long a class stays decided for after it was certain last, which keeps the decision from flickering.")
                .byDefault(LiveRule.DEFAULT.holdSeconds(), "300 ms")
                .example("500 ms");

        /** The rule of a decision. */
        static final Key<LiveRule> LIVE = Key.of(
                        "live",
                        Shape.ofRecord("a window, a probability and a hold", LiveRule.class, WINDOW, CERTAIN, HOLD))
                .says("How ganglion live decides, which has no clips: all the time, by a window that slides.")
                .impliedDefault(LiveRule.DEFAULT)
                .exampleText("{window: 500 ms, certain: 0.95}");

        private LiveKeys() {}

        private static Type<Double> upToAMinute(double least) {
            return checked(seconds(), place -> {
                double found = place.quantity(Dimension.TIME, least);
                if (found < least || found > LONGEST_SECONDS) {
                    place.problem("found " + place.text() + ", expected " + (least > 0 ? "more than 0 s" : "0 s")
                            + (least > 0 ? " and at most " : " to ")
                            + QuantityFormat.format(LONGEST_SECONDS, Dimension.TIME));
                }
            });
        }
    }
}
