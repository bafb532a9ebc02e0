package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import java.util.List;

/** The sizes of the data sets of an experiment, as JSON. */
public final class DataJson {

    private DataJson() {}

    /** The names of the classes, and the sizes of the sets. */
    public static ObjectNode of(ExperimentSamples samples) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        samples.classes().forEach(data.putArray("classes")::add);
        putSet(data, "training", samples.training(), samples.classes());
        putSet(data, "validation", samples.validation(), samples.classes());
        putSet(data, "test", samples.test(), samples.classes());
        if (!samples.foldGroups().isEmpty()) {
            samples.foldGroups().forEach(data.putArray("foldGroups")::add);
        }
        return data;
    }

    private static void putSet(ObjectNode data, String name, Examples examples, List<String> classes) {
        int[] counts = new int[classes.size()];
        for (int i = 0; i < examples.size(); i++) {
            counts[examples.label(i)]++;
        }
        ObjectNode set = data.putObject(name).put("samples", examples.size());
        ObjectNode byClass = set.putObject("byClass");
        for (int c = 0; c < counts.length; c++) {
            byClass.put(classes.get(c), counts[c]);
        }
    }
}
