package ganglion.fuzz;

/** A run directory and its scenario, which the costs of the run are estimated from again. */
final class Runs {

    private static final String SCENARIO = "scenario.yaml";

    private Runs() {}

    /** @param file which file of the directory is damaged */
    static Target target(String kind, String file) {
        Target target = new Target(kind, file);
        for (String part : new String[] {"result.json", "spikes.csv", "origin.json", SCENARIO, "taps.csv"}) {
            String name = part.equals(SCENARIO) || part.equals("taps.csv") ? part : "run/" + part;
            if (!name.equals(file)) {
                target.beside(name, () -> Corpus.file("run/" + part));
            }
        }
        return target.command("cost", "@run", "--profile", "loihi").command("diff", "@run", "@run");
    }
}
