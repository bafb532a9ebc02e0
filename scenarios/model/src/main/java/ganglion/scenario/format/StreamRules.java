package ganglion.scenario.format;

import ganglion.documents.place.Place;
import ganglion.scenario.format.expect.ExpectationKeys;
import ganglion.scenario.format.recording.RecordingKeys;
import ganglion.scenario.model.HardwareSpec;
import ganglion.scenario.model.Recording;
import java.util.List;

/** What cannot go with spikes that are streamed to disk: everything that looks at them after the run. */
final class StreamRules {

    private StreamRules() {}

    static void check(Place root, Recording recording, List<HardwareSpec> hardware) {
        if (!recording.stream()) {
            return;
        }
        Place stream = RecordingKeys.stream(root);
        if (!hardware.isEmpty()) {
            stream.problem("found spikes that are streamed beside hardware, which is costed from spikes in memory");
        }
        if (DecisionKeys.DECISION.isIn(root)) {
            stream.problem("found spikes that are streamed beside a decision, which is taken from spikes in memory");
        }
        for (Place expectation : root.elements(ExpectationKeys.EXPECT.name())) {
            if (ExpectationKeys.needsSpikes(expectation)) {
                expectation.problem(
                        "found an expectation about spikes that are streamed, expected one about membranes or weights");
            }
        }
    }
}
