package ganglion.report.explore;

import ganglion.documents.place.DocumentPath;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.Budget;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SearchObjective;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.Wish;
import ganglion.scenario.explore.result.Importances;
import ganglion.scenario.explore.space.Choice;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Range;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A made-up search on two devices: more hidden neurons decide better and take more. */
public final class SampleExploration {

    static final String HOSTILE = "<script>alert('x')</script>";
    static final List<String> DEVICES = List.of("loihi", "stm32u575");

    private static final int EPOCHS = 27;
    private static final int SAMPLES = 80;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);

    private SampleExploration() {}

    /** A search that found several points on each device. */
    public static Exploration found() {
        return found(18, 40);
    }

    /**
     * A search.
     *
     * @param trials number of trials besides the experiment as it is
     * @param tested size of the test set
     */
    static Exploration found(int trials, int tested) {
        return found(trials, tested, List.of());
    }

    /** A search that compares with another experiment as well, which is more accurate, and on the second device only. */
    static Exploration comparing() {
        return found(
                18,
                40,
                List.of(new DocumentPath(
                        "numbers<.yaml", Path.of("numbers.yaml").toAbsolutePath())));
    }

    private static Exploration found(int trials, int tested, List<DocumentPath> others) {
        List<TrialRecord> all = new ArrayList<>(List.of(asItIs()));
        for (int number = 1; number <= trials; number++) {
            all.add(trial(number));
        }
        List<FrontPoint> points = new ArrayList<>();
        for (String device : DEVICES) {
            for (int number : List.of(4, 8, 12, 16)) {
                if (number <= trials) {
                    points.add(point(all.get(number), device, tested));
                }
            }
        }
        List<FrontPoint> reference = new ArrayList<>(DEVICES.stream()
                .map(device -> point(all.get(0), device, tested))
                .toList());
        others.forEach(other -> reference.add(other(other.written(), DEVICES.get(1), tested)));
        return new Exploration(
                search(others),
                all,
                reference,
                others.stream()
                        .map(other ->
                                new Exploration.Misfit(other.written(), DEVICES.get(0), List.of("it takes no numbers")))
                        .toList(),
                points,
                Importances.of(search(others), all),
                Optional.empty(),
                List.of("yes", "no"),
                List.of(200, SAMPLES, tested),
                true,
                1234);
    }

    private static Search search(List<DocumentPath> others) {
        Space space = new Space(List.of(
                new Range("hidden", "/network/layers/0/outputs", 4, 64, true, true),
                new Choice(
                        "weights",
                        Stream.of("as it is", "bits 4", HOSTILE)
                                .map(text -> new Choice.Option(text, Map.of()))
                                .toList())));
        return new Search(
                Path.of("search.yaml"),
                "words",
                "Two words, by spikes. " + HOSTILE,
                Path.of("words.yaml"),
                "words.yaml",
                others,
                1,
                SEEDS,
                "",
                space,
                DEVICES,
                Boundary.MARGINAL,
                List.of(
                        new Wish(SearchObjective.ACCURACY, OptionalDouble.of(0.6)),
                        new Wish(SearchObjective.ENERGY, OptionalDouble.of(20e-6))),
                new Budget(OptionalInt.of(18), OptionalDouble.empty()),
                new Search.Halving(3, 3),
                4,
                8,
                Optional.empty(),
                false,
                "{}");
    }

    private static TrialRecord asItIs() {
        return new TrialRecord(0, 0, Origin.AS_IT_IS, Configuration.AS_IT_IS, List.of(), List.of(rung(48, 0, EPOCHS)));
    }

    private static TrialRecord trial(int number) {
        int hidden = 4 + number * 11 % 60;
        List<String> weights = List.of("as it is", "bits 4", HOSTILE);
        Map<String, String> values = new LinkedHashMap<>();
        values.put("hidden", Integer.toString(hidden));
        values.put("weights", weights.get(number % 3));
        Configuration configuration = new Configuration(values);
        Origin origin = number % 3 == 0 ? Origin.RANDOM : Origin.MODEL;
        int bracket = number <= 9 ? 1 : number <= 14 ? 2 : 3;
        if (number == 7) {
            List<DeviceOutcome> unfit = DEVICES.stream()
                    .map(device -> DeviceOutcome.unfit(device, List.of("too many synapses")))
                    .toList();
            return new TrialRecord(number, bracket, origin, configuration, unfit, List.of());
        }
        int epochs = number % 2 == 0 ? EPOCHS : number % 3 == 0 ? 9 : 3;
        return new TrialRecord(
                number, bracket, origin, configuration, List.of(), List.of(rung(hidden, number, epochs)));
    }

    private static RungFigures rung(int hidden, int number, int epochs) {
        double share = accuracy(hidden, number) * (0.6 + 0.4 * epochs / EPOCHS);
        int correct = (int) Math.round(SAMPLES * share);
        return new RungFigures(
                epochs,
                1,
                SAMPLES,
                correct,
                List.of(
                        DeviceOutcome.unfit("tiny", List.of("2 inputs are too many")),
                        outcome("loihi", hidden, SAMPLES, correct),
                        outcome("stm32u575", hidden, SAMPLES, correct - 2)));
    }

    private static double accuracy(int hidden, int number) {
        return 0.95 - 1.6 / hidden - (number == 0 ? 0.04 : 0.01 * (number * 7 % 9));
    }

    private static DeviceOutcome outcome(String device, int hidden, int samples, int correct) {
        boolean chip = device.equals("loihi");
        double joules = (chip ? 0.2e-6 : 9e-6) * hidden;
        ClipFigures clip = new ClipFigures(
                "a.wav",
                "yes",
                "yes",
                OptionalDouble.of(joules),
                OptionalDouble.of(joules),
                OptionalDouble.of(1e-4 * hidden));
        return new DeviceOutcome(
                device,
                List.of(),
                samples,
                correct,
                List.of(clip),
                chip ? "B" : "D",
                chip ? OptionalDouble.of(1.6) : OptionalDouble.empty(),
                chip ? "spikes" : "dense-ticks int8",
                40L * hidden);
    }

    private static FrontPoint point(TrialRecord trial, String device, int tested) {
        boolean byHand = trial.configuration().isAsItIs();
        int hidden =
                byHand ? 48 : Integer.parseInt(trial.configuration().values().get("hidden"));
        List<SeedFigures> seeds = SEEDS.stream()
                .map(seed -> seed(device, hidden, trial.number(), seed, tested))
                .toList();
        String name = device + (byHand ? "-as-it-is" : "-trial-" + trial.number());
        return new FrontPoint(
                name,
                trial.number(),
                device,
                trial.configuration(),
                seeds,
                !byHand && trial.number() != 12,
                "front/" + name + "/scenario.yaml");
    }

    private static FrontPoint other(String experiment, String device, int tested) {
        List<SeedFigures> seeds =
                SEEDS.stream().map(seed -> seed(device, 96, 0, seed, tested)).toList();
        String name = device + "-numbers";
        return new FrontPoint(
                name,
                FrontPoint.NO_TRIAL,
                device,
                Configuration.ofOther(experiment),
                seeds,
                false,
                "front/" + name + "/scenario.yaml");
    }

    private static SeedFigures seed(String device, int hidden, int number, long seed, int tested) {
        double share = accuracy(hidden, number) - 0.01 * seed;
        DeviceOutcome validation = outcome(device, hidden, SAMPLES, (int) Math.round(SAMPLES * share));
        Optional<DeviceOutcome> test = tested == 0
                ? Optional.empty()
                : Optional.of(outcome(device, hidden, tested, (int) Math.round(tested * (share - 0.03))));
        return new SeedFigures(seed, validation, test, tested == 0 ? -1 : tested / 2 + 2, 8, 1000, 0);
    }
}
