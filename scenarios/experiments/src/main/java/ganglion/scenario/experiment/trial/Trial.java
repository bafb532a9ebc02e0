package ganglion.scenario.experiment.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.scenario.experiment.outcome.TrainingOutcome.Table;
import java.util.List;

/**
 * What a model does under one set of conditions.
 *
 * @param conditions under which it was tried
 * @param line the main figures in one line, human-readable
 * @param tables the figures of each class, human-readable
 * @param document conditions and figures as JSON
 */
public record Trial(TrialConditions conditions, String line, List<Table> tables, ObjectNode document) {

    /** @param figures what was found, as JSON; follows the conditions in the document */
    static Trial of(TrialConditions conditions, String line, List<Table> tables, ObjectNode figures) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("gainDecibels", conditions.gainDecibels());
        if (conditions.fragment().seconds() > 0) {
            document.put("fragmentSeconds", conditions.fragment().seconds());
        }
        if (conditions.noiseRatioDecibels().isPresent()) {
            document.put("noiseRatioDecibels", conditions.noiseRatioDecibels().getAsDouble());
        } else {
            document.putNull("noiseRatioDecibels");
        }
        document.setAll(figures);
        return new Trial(conditions, line, tables, document);
    }
}
