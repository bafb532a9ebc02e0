package ganglion.scenario.experiment.format;

import ganglion.documents.place.Place;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import java.util.List;

/** How experiments of one task are written. */
interface TaskFormat {

    /** Name of the task, the value of {@code task}. */
    String name();

    /** Name of the schema beside {@link Experiment}; scenario definitions are put in by {@link ExperimentSchema}. */
    String schema();

    /** Keys whose schema is that of the experiments that train networks. */
    default List<String> borrowed() {
        return List.of();
    }

    /** The experiment of a document that follows the schema; notes what does not fit together. */
    Experiment read(ExperimentHead head, Place root);
}
