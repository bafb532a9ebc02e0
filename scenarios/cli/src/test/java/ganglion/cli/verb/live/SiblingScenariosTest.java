package ganglion.cli.verb.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cli.architecture.ProjectRoot;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which scenarios a session may go on with. */
class SiblingScenariosTest {

    @Test
    void thoseOfTheFolderThatCanHearLive() throws Exception {
        SiblingScenarios siblings = new SiblingScenarios(ScenarioFiles.read(
                ProjectRoot.find().resolve("scenarios/gallery/live/pitch.yaml"), ScenarioOverrides.NONE));

        assertEquals(List.of("digits.yaml", "flute.yaml", "pitch.yaml"), siblings.names());
        assertEquals("live-flute", siblings.open("flute.yaml").scenario().name());
    }

    @Test
    void notThoseThatLookAtLaterSound() throws Exception {
        SiblingScenarios siblings = new SiblingScenarios(ScenarioFiles.read(
                ProjectRoot.find().resolve("scenarios/gallery/pitch-detector/scenario.yaml"), ScenarioOverrides.NONE));

        assertEquals(List.of(), siblings.names());
    }
}
