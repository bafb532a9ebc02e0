package ganglion.scenario.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.cochlea.adjust.EarChange;
import ganglion.documents.JsonPointers;
import ganglion.documents.key.DocumentKeys;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.expect.KeptExpectations;
import ganglion.scenario.format.hardware.HardwareKeys;
import ganglion.scenario.format.input.InputKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import java.util.List;
import java.util.Optional;

/**
 * A recording that a scenario is to hear in place of its own.
 *
 * @param name of the new scenario
 * @param description of the new scenario
 * @param input the input that hears it
 * @param sound name of the sound file
 * @param changes of the ear meanwhile
 * @param decisionFrom the tick of the recording from which the decision counts
 */
public record KeptClip(
        String name, String description, String input, String sound, List<EarChange> changes, long decisionFrom) {

    /** Changes a scenario so: it expects nothing, records as by default, and names no profile that is a file. */
    public void putInto(WholeScenario scenario) {
        ObjectNode root = scenario.tree();
        ScenarioKeys.SCENARIO.write(root, name);
        DocumentKeys.DESCRIPTION.write(root, description);
        JsonNode inputs = root.get(ScenarioKeys.INPUTS.name());
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).path(InputKeys.NAME.name()).asText().equals(input)) {
                InputKeys.hearOnly(sound, "", changes, (ObjectNode) inputs.get(i));
                scenario.forgetFiles(JsonPointers.element("/" + ScenarioKeys.INPUTS.name(), i));
            }
        }
        ClockKeys.removeDuration(root);
        DecisionKeys.countFrom(decisionFrom, root);
        root.remove(ExpectationKeys.EXPECT.name());
        scenario.forgetFiles("/" + ExpectationKeys.EXPECT.name());
        root.remove(RecordingKeys.RECORD.name());
        removeProfilesInFiles(scenario);
    }

    private static void removeProfilesInFiles(WholeScenario scenario) {
        String key = HardwareKeys.HARDWARE.name();
        if (!(scenario.tree().get(key) instanceof ArrayNode devices)) {
            return;
        }
        for (int i = devices.size() - 1; i >= 0; i--) {
            String pointer = JsonPointers.element("/" + key, i);
            boolean isFile = scenario.files().keySet().stream()
                    .anyMatch(named -> named.equals(pointer) || named.startsWith(pointer + "/"));
            if (isFile) {
                devices.remove(i);
                scenario.forgetFiles(pointer);
            }
        }
        if (devices.isEmpty()) {
            scenario.tree().remove(key);
        }
    }

    /** Has a scenario with this recording expect what came of it. */
    public static void expect(String golden, Optional<String> winner, WholeScenario scenario) {
        KeptExpectations.write(golden, winner, scenario.tree());
    }
}
