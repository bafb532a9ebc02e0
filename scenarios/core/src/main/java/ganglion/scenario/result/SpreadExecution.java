package ganglion.scenario.result;

import java.util.List;

/**
 * Where a run was that several nodes ran.
 *
 * @param nodes the process that conducted the run, then the others as {@code HOST:PORT}
 * @param losses how often nodes were lost, or the run went back for another reason
 */
public record SpreadExecution(List<String> nodes, int losses) {

    public SpreadExecution {
        nodes = List.copyOf(nodes);
    }
}
