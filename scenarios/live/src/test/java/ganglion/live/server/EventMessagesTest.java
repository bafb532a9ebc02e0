package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.event.EventJson;
import ganglion.live.event.LiveEvent;
import ganglion.live.event.LiveEvent.DevicePower;
import ganglion.live.event.LiveEvent.LatencyFigures;
import ganglion.live.event.LiveEvent.LiveDecision;
import ganglion.live.event.LiveEvent.LiveEnd;
import ganglion.live.event.LiveEvent.LiveNotice;
import ganglion.live.event.LiveEvent.LiveSecond;
import ganglion.live.event.LiveEvent.LiveStart;
import ganglion.live.event.LiveEvent.PopulationRate;
import ganglion.live.event.LiveEvent.PopulationShape;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventMessagesTest {

    private static final LiveStart START = new LiveStart(
            4,
            "note",
            "hears a note",
            "standard input",
            0.01,
            16_000,
            List.of(100.0, 250.5),
            List.of(new PopulationShape("ear", 2, true), new PopulationShape("class", 3, false)),
            List.of("low", "high"),
            List.of("chip"));

    private static final LiveSecond SECOND = new LiveSecond(
            104,
            List.of(new PopulationRate("ear", 11.4, false, 2), new PopulationRate("class", 0, true, 0)),
            List.of(
                    new DevicePower("chip", 0.001, Double.NaN, "B", "no figure"),
                    new DevicePower("cpu", 1.5, 2, "", "")),
            new LatencyFigures(100, 1_500_000, 2_000_000, 3_000_001, 4_000_000, 1),
            Double.NaN,
            7);

    private static final List<LiveEvent> EVENTS = List.of(
            START,
            new LiveDecision(5, 1, "high", 0.75, 1_234_567),
            new LiveDecision(6, -1, "", 0, 2_000),
            new LiveNotice(8, LiveNotice.Kind.PROBLEM, "it is \"gone\""),
            SECOND,
            new LiveEnd(200, "stopped"));

    @Test
    void linesForProgramsHoldNoFrames() {
        EventJson json = new EventJson();
        String lines = EVENTS.stream()
                .flatMap(event -> json.of(event).stream())
                .map(node -> node + "\n")
                .collect(Collectors.joining());
        assertEquals("""
            {"event":"start","tick":4,"seconds":0.04,"scenario":"note","source":"standard input","tickSeconds":0.01,\
            "sampleRateHertz":16000.0,"populations":[{"name":"ear","size":2},{"name":"class","size":3}],"classes":["low",\
            "high"],"devices":["chip"]}
            {"event":"decision","tick":5,"seconds":0.05,"class":"high","confidence":0.75,"latencySeconds":0.001234567}
            {"event":"decision","tick":6,"seconds":0.06,"class":null,"confidence":0.0,\
            "latencySeconds":2.0000000000000003E-6}
            {"event":"notice","tick":8,"seconds":0.08,"kind":"problem","text":"it is \\"gone\\""}
            {"event":"second","tick":104,"seconds":1.04,"rates":[{"population":"ear","hertz":11.4,"silent":false,\
            "saturated":2},{"population":"class","hertz":0.0,"silent":true,"saturated":0}],"devices":[{"device":"chip",\
            "marginalWatts":0.001,"alwaysOnWatts":null,"grade":"B","reason":"no figure"},{"device":"cpu",\
            "marginalWatts":1.5,"alwaysOnWatts":2.0,"grade":"","reason":""}],"latency":{"ticks":100,"p50Seconds":0.0015,\
            "p99Seconds":0.002,"p999Seconds":0.0030000010000000004,"longestSeconds":0.004,"missedDeadlines":1},\
            "processorLoad":null,"lostSamples":7}
            {"event":"end","tick":200,"seconds":2.0,"reason":"stopped"}
            """, lines);
    }

    @Test
    void thePageIsToldTheSameAndWhatItDraws() {
        String messages = EVENTS.stream()
                .map(event -> event == START ? EventText.of(START, 2) : EventText.of(event))
                .map(text -> text + "\n")
                .collect(Collectors.joining());
        assertEquals("""
            {"type":"start","session":2,"tick":4,"scenario":"note","description":"hears a note","source":"standard input",\
            "tickSeconds":0.01,"sampleRateHertz":16000.0,"bandHertz":[100.0,250.5],"populations":[{"name":"ear","size":2,\
            "input":true},{"name":"class","size":3,"input":false}],"classes":["low","high"],"devices":["chip"]}
            {"type":"decision","tick":5,"winner":1,"class":"high","confidence":0.75,"latencySeconds":0.001234567}
            {"type":"decision","tick":6,"winner":-1,"class":null,"confidence":0.0,"latencySeconds":2.0000000000000003E-6}
            {"type":"notice","tick":8,"kind":"problem","text":"it is \\"gone\\""}
            {"type":"second","tick":104,"rates":[{"hertz":11.4,"silent":false,"saturated":2},{"hertz":0.0,"silent":true,\
            "saturated":0}],"devices":[{"device":"chip","grade":"B","reason":"no figure","marginalWatts":0.001,\
            "alwaysOnWatts":null},{"device":"cpu","grade":"","reason":"","marginalWatts":1.5,"alwaysOnWatts":2.0}],\
            "latency":{"ticks":100,"p50Seconds":0.0015,"p99Seconds":0.002,"p999Seconds":0.0030000010000000004,\
            "longestSeconds":0.004,"missedDeadlines":1},"processorLoad":null,"lostSamples":7}
            {"type":"end","tick":200,"reason":"stopped"}
            """, messages);
    }
}
