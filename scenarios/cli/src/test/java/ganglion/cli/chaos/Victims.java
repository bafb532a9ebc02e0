package ganglion.cli.chaos;

import java.util.List;

/** The victims by their words. A new kind of victim is one class and a word here. */
final class Victims {

    private static final List<Victim> ALL = List.of(
            new RunVictim("run", ""),
            new RunVictim("run-streamed", RunVictim.RECORDINGS),
            new SweepVictim(),
            new TrainVictim("train", ""),
            new TrainVictim("train-seeds", "seeds: [1, 2, 3]\n"),
            new SuiteVictim(),
            new HearVictim(),
            new CompileVictim());

    private Victims() {}

    static List<Victim> of(List<String> words) {
        return words.stream().map(Victims::of).toList();
    }

    private static Victim of(String word) {
        return ALL.stream()
                .filter(victim -> victim.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found the victim " + word + ", expected one of "
                        + ALL.stream().map(Victim::name).toList()));
    }
}
