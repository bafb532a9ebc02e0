package ganglion.scenario.experiment.compile;

import java.nio.file.Path;

/**
 * A recording that a compiled scenario hears.
 *
 * @param file the recording, which is copied beside the scenario
 * @param label what it is; empty if nobody says
 */
public record CompiledClip(Path file, String label) {}
