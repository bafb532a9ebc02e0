package ganglion.scenario.interchange;

import java.nio.file.Path;

/**
 * Names of the files that an import writes beside each other.
 *
 * @param scenario absolute path of the scenario
 */
record FileStem(Path scenario) {

    private static final int LONGEST_NAME = 64;

    /** The scenario's file name without its ending. */
    String name() {
        String name = scenario.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A file beside the scenario. */
    Path beside(String ending) {
        return scenario.resolveSibling(name() + ending);
    }

    /** Name of the file with the spikes of an input, the first of which has the number 1. */
    String spikesFile(int number) {
        return ScenarioText.spikesFile(name() + ".spikes.csv", number);
    }

    /** A name that a scenario may have. */
    String scenarioName() {
        String plain = name().replaceAll("[^A-Za-z0-9_.-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
        String named = plain.isEmpty() ? "network" : plain;
        return named.substring(0, Math.min(LONGEST_NAME, named.length()));
    }
}
