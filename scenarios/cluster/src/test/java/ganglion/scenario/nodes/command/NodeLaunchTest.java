package ganglion.scenario.nodes.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.scenario.nodes.command.SpreadRun.NodeLaunch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeLaunchTest {

    /** It tells its leader itself when it runs out of memory, and keeps little room for garbage beside its synapses. */
    @Test
    void aNodeHasLittleRoomForGarbageAndDoesNotEndByItself() {
        List<String> command = NodeLaunch.command(300, NodeLaunchTest.class, List.of("node", "--threads", "1"));

        assertTrue(command.contains("-Xmx300m"), command::toString);
        assertTrue(command.contains("-XX:MaxNewSize=16m"), command::toString);
        assertFalse(command.contains("-XX:+ExitOnOutOfMemoryError"), command::toString);
        assertEquals(List.of("node", "--threads", "1"), command.subList(command.size() - 3, command.size()));
    }
}
