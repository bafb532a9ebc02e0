package ganglion.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.signal.FrontEndWork;
import ganglion.hardware.signal.FrontEndWork.SignalStage;
import ganglion.hardware.signal.SignalOperation;
import ganglion.hardware.signal.SignalWork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontEndSectionTest {

    private static final FrontEndWork WORK = new FrontEndWork(
            "ear",
            100,
            2,
            List.of(
                    new SignalStage("resampling", new SignalWork(Map.of(SignalOperation.MULTIPLY_ADD, 7L))),
                    new SignalStage(
                            "transform",
                            new SignalWork(Map.of(SignalOperation.BUTTERFLY, 1000L, SignalOperation.MAGNITUDE, 20L)))));

    @Test
    void tellsEveryOperationOfEveryStage() {
        JsonNode section = FrontEndSection.of(List.of(WORK), List.of(WORK)).get(0);

        assertEquals("ear", section.path("input").asText());
        assertEquals(2, section.path("soundSeconds").asDouble());
        assertEquals(
                "{\"butterfly\":1000,\"magnitude\":20}",
                section.at("/stages/1/operations").toString());
    }

    @Test
    void marksStagesThatDevicesNeedNotCompute() {
        JsonNode stages = FrontEndSection.of(List.of(WORK), List.of(WORK.without("resampling")))
                .at("/0/stages");

        assertFalse(stages.at("/0/charged").asBoolean(true));
        assertTrue(stages.at("/1/charged").asBoolean());
    }

    @Test
    void isEmptyWhereNothingIsSound() {
        assertEquals(0, FrontEndSection.of(List.of(), List.of()).size());
    }
}
