package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import java.util.List;
import java.util.Optional;

/** What the rounds of a search ask for: what networks come to, and whether somebody has stopped the search. Nothing else tells them of the world. */
interface Trainings {

    /** Of each configuration why each device cannot compute its network; without problems if it can. */
    List<List<DeviceOutcome>> fits(List<Configuration> configurations) throws InputException, OutputException;

    /**
     * What some trials come to after a stage of their training.
     *
     * @param epochs at the end of the stage
     * @return for each trial; empty for those that were stopped before
     */
    List<Optional<RungFigures>> stage(List<TrialRecord> group, int epochs) throws InputException, OutputException;

    /** Whether no more is to be begun. */
    boolean isOver();
}
