package ganglion.scenario.explore.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.place.DocumentPath;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.run.SyntheticTrainings.Task;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rounds on tasks that are functions: against plain chance at the same number of epochs, over many seeds. */
class RoundsTest {

    private static final int EPOCHS = 27;
    private static final List<Integer> ENDS = List.of(3, 9, EPOCHS);
    private static final int TRIALS = 60;
    private static final int SEEDS = 12;

    /** After ZDT1 (Zitzler, Deb and Thiele 2000): the first number is the trade, the others are right or wrong. */
    private static final Space NUMBERS = new Space(List.of(
            new Range("a", "/a", 0, 1, false, false),
            new Range("b", "/b", 0, 1, false, false),
            new Range("c", "/c", 0, 1, false, false),
            new Range("d", "/d", 0, 1, false, false)));

    private static final Task TRADE = new Task() {
        @Override
        public double accuracy(double... at) {
            return Math.max(0, (0.4 + 0.6 * Math.sqrt(at[0])) * (1 - 1.2 * wrong(at)));
        }

        @Override
        public double joules(double... at) {
            return Math.exp(4 * at[0] + 2 * wrong(at));
        }

        private double wrong(double... at) {
            return (Math.abs(at[1] - 0.7) + Math.abs(at[2] - 0.2) + Math.abs(at[3] - 0.5)) / 3;
        }
    };

    /** As the searches of the gallery: a size, a rate of learning and choices. */
    private static final Space NETWORKS = new Space(List.of(
            new Range("hidden", "/h", 2, 48, true, true),
            choice("bands", 4, 8, 16),
            choice("hop", 10, 20, 40),
            choice("bits", 4, 8, 32),
            new Range("rate", "/r", 0.001, 0.02, false, true)));

    private static final Task LEARNING = new Task() {
        @Override
        public double accuracy(double... at) {
            double size = Math.log(at[0] / 2) / Math.log(24);
            double rate = Math.log(at[4] / 0.006);
            return (0.35 + 0.6 * Math.sqrt(size))
                    * Math.exp(-rate * rate)
                    * (1 - 0.2 * Math.abs(at[1] - 1))
                    * (1 - 0.05 * at[2]);
        }

        @Override
        public double joules(double... at) {
            return (0.2 + at[0] / 48) * Math.pow(2, at[1] - at[2]) * (1 + at[3] / 4);
        }

        @Override
        public double speed(double... at) {
            return 3 + Math.log(at[4] / 0.001);
        }
    };

    /** Nothing can be learned from anything. */
    private static final Task CHAOS = new Task() {
        @Override
        public double accuracy(double... at) {
            return new SplittableRandom(Arrays.hashCode(at)).nextDouble();
        }

        @Override
        public double joules(double... at) {
            return Math.exp(4 * new SplittableRandom(7 + Arrays.hashCode(at)).nextDouble());
        }
    };

    private static Choice choice(String name, int... values) {
        return new Choice(
                name,
                Arrays.stream(values)
                        .mapToObj(value -> new Choice.Option(Integer.toString(value), Map.of()))
                        .toList());
    }

    private static Search search(Space space, int trials, double atLeast, long seed) {
        return new Search(
                new Search.Source(Path.of("search.yaml"), "imagined", "", false, "{}"),
                new DocumentPath("experiment.yaml", Path.of("experiment.yaml").toAbsolutePath()),
                new Search.Seeds(seed, List.of(1L)),
                space,
                new Search.Goal(
                        List.of(SyntheticTrainings.DEVICE),
                        new Search.EnergyMeasure(Boundary.MARGINAL, false),
                        atLeast,
                        Double.MAX_VALUE,
                        4),
                trials);
    }

    /** Logarithms of the least and the most energy in the space, as far as some thousand draws show. */
    private static double[] energies(Space space, Task task) {
        SplittableRandom random = new SplittableRandom(1);
        return IntStream.range(0, 2000)
                .mapToDouble(i -> Math.log(task.joules(space.random(random))))
                .sorted()
                .toArray();
    }

    /** The share that networks dominate of the rectangle from least to most energy and from the limit to every decision right. */
    private static double covered(double[] energies, Task task, List<double[]> networks, double atLeast) {
        double low = energies[0];
        double high = energies[energies.length - 1];
        double area = 0;
        double last = low;
        double best = atLeast;
        for (double[] at : networks.stream()
                .sorted(Comparator.comparingDouble(task::joules))
                .toList()) {
            double energy = Math.max(low, Math.min(high, Math.log(task.joules(at))));
            area += (energy - last) * (best - atLeast);
            last = energy;
            best = Math.max(best, task.learned(at));
        }
        return (area + (high - last) * (best - atLeast)) / ((high - low) * (1 - atLeast));
    }

    /** Shares that the networks which were trained to their end cover, without noise. */
    private record Shares(double search, double chance) {}

    private static Shares compare(Space space, Task task, double atLeast) throws InputException, OutputException {
        double[] energies = energies(space, task);
        double search = 0;
        double chance = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticTrainings trainings = new SyntheticTrainings(space, task, EPOCHS, seed, Integer.MAX_VALUE);
            List<double[]> found = new Rounds(search(space, TRIALS, atLeast, seed), ENDS, trainings)
                    .run().stream()
                            .filter(trial -> trial.number() > 0 && trial.epochs() == EPOCHS)
                            .map(trial -> space.coordinates(trial.configuration()))
                            .toList();
            SplittableRandom random = new SplittableRandom(1000 + seed);
            List<double[]> drawn = IntStream.range(0, trainings.epochs() / EPOCHS)
                    .mapToObj(i -> space.random(random))
                    .toList();
            search += covered(energies, task, found, atLeast) / SEEDS;
            chance += covered(energies, task, drawn, atLeast) / SEEDS;
        }
        return new Shares(search, chance);
    }

    @Test
    void coversMoreOfTheFrontThanChanceInAsManyEpochs() throws Exception {
        Shares numbers = compare(NUMBERS, TRADE, 0.5);
        Shares free = compare(NUMBERS, TRADE, 0);
        Shares networks = compare(NETWORKS, LEARNING, 0.4);

        assertTrue(numbers.search() > 1.1 * numbers.chance(), numbers::toString);
        assertTrue(free.search() > 1.04 * free.chance(), free::toString);
        assertTrue(networks.search() > 1.05 * networks.chance(), networks::toString);
    }

    @Test
    void coversNoLessThanChanceWhereNothingCanBeLearned() throws Exception {
        Shares chaos = compare(NUMBERS, CHAOS, 0);

        assertTrue(chaos.search() > 0.98 * chaos.chance(), chaos::toString);
    }

    @Test
    void hasBegunAsALongerOneWhereverItIsStopped() throws Exception {
        List<Configuration> whole = configurations(Integer.MAX_VALUE);
        for (int stages = 0; stages < 45; stages++) {
            List<Configuration> begun = configurations(stages);

            assertEquals(whole.subList(0, begun.size()), begun, "stopped after " + stages);
        }
    }

    private static List<Configuration> configurations(int mostStages) throws InputException, OutputException {
        SyntheticTrainings trainings = new SyntheticTrainings(NETWORKS, LEARNING, EPOCHS, 5, mostStages);
        return new Rounds(search(NETWORKS, 34, 0.4, 5), ENDS, trainings)
                .run().stream().map(TrialRecord::configuration).toList();
    }

    @Test
    void aSpaceThatIsUsedUpEndsIt() throws Exception {
        Space small = new Space(List.of(choice("bits", 4, 8, 32), new Range("n", "/n", 1, 4, true, false)));
        Task task = new Task() {
            @Override
            public double accuracy(double... at) {
                return 0.5 + at[0] / 10;
            }

            @Override
            public double joules(double... at) {
                return at[1];
            }
        };
        List<TrialRecord> trials =
                new Rounds(search(small, 500, 0, 1), ENDS, new SyntheticTrainings(small, task, EPOCHS, 1, 500)).run();

        assertEquals(1 + 12, trials.size());
    }
}
