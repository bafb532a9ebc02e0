package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import java.util.List;

/** The work of the front ends of a run, stage by stage, as JSON. */
public final class FrontEndSection {

    private FrontEndSection() {}

    /**
     * The section {@code frontEnd}.
     *
     * @param asRun the work of each input that is sound
     * @param charged the same without the stages that devices need not compute
     */
    public static ArrayNode of(List<FrontEndWork> asRun, List<FrontEndWork> charged) {
        ArrayNode section = JsonNodes.array();
        for (int input = 0; input < asRun.size(); input++) {
            section.add(of(asRun.get(input), charged.get(input).stages()));
        }
        return section;
    }

    private static ObjectNode of(FrontEndWork work, List<SignalStage> charged) {
        ObjectNode node = JsonNodes.object();
        node.put("input", work.input());
        node.put("frames", work.frames());
        node.put("soundSeconds", work.soundSeconds());
        ArrayNode stages = node.putArray("stages");
        for (SignalStage stage : work.stages()) {
            ObjectNode added = stages.addObject();
            added.put("stage", stage.name());
            added.put("charged", charged.contains(stage));
            ObjectNode operations = added.putObject("operations");
            stage.work().counts().forEach((operation, count) -> operations.put(operation.word(), count));
        }
        return node;
    }
}
