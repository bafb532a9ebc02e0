package ganglion.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trials of victims in turn, with disturbances that are drawn from a seed and the number of the trial alone. The plan repeats
 * exactly; what a kill hits depends on the machine, too.
 */
final class Campaign {

    private static final int MOST_IN_A_TRIAL = 3;

    private final Path folder;
    private final long seed;
    private final List<Victim> victims;
    private final Map<Victim, Reference> references = new HashMap<>();

    /** @param folder for input, trials and, if a trial fails, what it left */
    Campaign(Path folder, long seed, List<Victim> victims) {
        this.folder = folder.toAbsolutePath();
        this.seed = seed;
        this.victims = List.copyOf(victims);
    }

    /** Carries out trials until there were as many disturbances as asked for. */
    List<Trial.Report> run(int disturbances) throws IOException, InterruptedException {
        List<Trial.Report> reports = new ArrayList<>();
        Folders.delete(folder);
        int count = 0;
        for (int number = 0; count < disturbances; number++) {
            Trial.Report report = carryOut(plan(number, disturbances - count));
            count += report.blows().size();
            reports.add(report);
        }
        return reports;
    }

    private Trial.Report carryOut(Trial trial) throws IOException, InterruptedException {
        Reference undisturbed = reference(trial.victim());
        Path place = Files.createDirectory(place(trial.victim(), "trial-" + trial.number()));
        try {
            Trial.Report report = trial.carryOut(place, undisturbed);
            if (report.failures().isEmpty()) {
                Trial.delete(place);
            }
            return report;
        } finally {
            MemoryDisk.settle(place);
        }
    }

    private Path place(Victim victim, String name) {
        return folder.resolve(victim.name()).resolve(name);
    }

    private Reference reference(Victim victim) throws IOException, InterruptedException {
        if (!references.containsKey(victim)) {
            Path input = Files.createDirectories(place(victim, "input"));
            victim.prepare(input, Launch.PLAIN);
            references.put(victim, Reference.of(victim, Files.createDirectory(place(victim, "undisturbed"))));
        }
        return references.get(victim);
    }

    private Trial plan(int number, int most) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < number; i++) {
            random.split();
        }
        SplittableRandom own = random.split();
        List<Disturbance> disturbances = new ArrayList<>();
        int count = Math.min(most, 1 + own.nextInt(MOST_IN_A_TRIAL));
        for (int i = 0; i < count; i++) {
            disturbances.add(disturbance(own));
        }
        return new Trial(number, victims.get(number % victims.size()), disturbances);
    }

    /** Kills are what cannot be prepared for: half of all are. */
    private static Disturbance disturbance(SplittableRandom random) {
        return switch (random.nextInt(11)) {
            case 0, 1, 2, 3, 4, 5 -> new Signalled(Signalled.Signal.KILL, moment(random), false);
            case 6 -> new Signalled(Signalled.Signal.TERM, moment(random), random.nextBoolean());
            case 7 -> new Signalled(Signalled.Signal.INT, moment(random), random.nextBoolean());
            case 8 -> new SmallDisk(random.nextDouble());
            case 9 -> new LittleMemory(3 + random.nextInt(14));
            default -> new FewHandles(16 + random.nextInt(40));
        };
    }

    private static Moment moment(SplittableRandom random) {
        return random.nextBoolean()
                ? new Moment.OfTime(1.1 * random.nextDouble())
                : new Moment.OfFiles(random.nextDouble());
    }
}
