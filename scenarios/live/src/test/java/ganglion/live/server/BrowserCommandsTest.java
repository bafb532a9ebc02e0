package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.event.LiveControls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserCommandsTest {

    private final SyntheticSession session = new SyntheticSession(event -> {}, 100, 1_000);
    private final List<String> answers = new ArrayList<>();
    private final BrowserCommands commands = new BrowserCommands(session);

    @BeforeEach
    void begin() {
        session.begin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'do':'adjust','name':'gain','value':2.5} | adjust gain 2.5",
                "{'do':'watch','neurons':[3,70]} | watch [3, 70]",
                "{'do':'watch','neurons':[]} | watch []",
                "{'do':'keep','from':10,'until':20,'name':'a-b'} | keep 10 20 a-b",
                "{'do':'stop'} | stop",
            },
            quoteCharacter = '`')
    void asksTheSession(String message, String asked) {
        commands.follow(message.replace('\'', '"'), answers::add);

        assertEquals(List.of(asked), session.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | not understood: hello",
                "[] | expected a JSON object",
                "{} | expected a text at /do",
                "{'do':'dance'} | not understood: dance",
                "{'do':'stop'} {'do':'stop'} | not understood: {'do':'stop'} {'do':'stop'}",
                "{'do':'stop','do':'stop'} | not understood: {'do':'stop','do':'stop'}",
                "{'do':'adjust','name':'gain'} | expected a number at /value",
                "{'do':'adjust','name':'gain','value':'2'} | expected a number at /value",
                "{'do':'adjust','name':'gain','value':1e400} | gain is Infinity, expected 0 to 10",
                "{'do':'adjust','name':'colour','value':1} | there is nothing named colour to adjust",
                "{'do':'watch','neurons':7} | expected a list of at most 16 at /neurons",
                "{'do':'watch','neurons':[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]} | expected a list of at most 16 at /neurons",
                "{'do':'watch','neurons':[1.5]} | expected whole numbers at /neurons",
                "{'do':'watch','neurons':[99999]} | there is no neuron 99999, expected 0 to 191",
                "{'do':'keep','from':20,'until':10,'name':''} | not kept: the stretch is empty",
                "{'do':'keep','from':1e30,'until':10,'name':''} | expected a whole number at /from",
            },
            quoteCharacter = '`')
    void answersInOneLineWhatItCannotFollow(String message, String problem) {
        commands.follow(message.replace('\'', '"'), answers::add);

        assertEquals(
                List.of(EventText.problem(problem.replace("{'", "{\"")
                        .replace("'}", "\"}")
                        .replace("':'", "\":\"")
                        .replace("','", "\",\""))),
                answers);
        assertEquals(
                List.of(),
                session.asked.stream().filter(each -> !each.startsWith("keep")).toList());
    }

    /** Whatever a session throws is answered: an exception would cut the connection. */
    @Test
    void answersWhatFailsWithinTheSession() {
        LiveControls over = new FailingControls();
        BrowserCommands failing = new BrowserCommands(over);
        for (String order : List.of(
                "{'do':'keep','from':1,'until':2,'name':''}",
                "{'do':'adjust','name':'gain','value':1}",
                "{'do':'stop'}")) {
            failing.follow(order.replace('\'', '"'), answers::add);
        }

        assertEquals(
                List.of(
                        EventText.problem("not kept: this part of the session is over"),
                        EventText.problem("not done: the disk is full"),
                        EventText.problem("not done: for an unknown reason")),
                answers);
    }

    private static final class FailingControls implements LiveControls {

        @Override
        public void adjust(String name, double value) {
            throw new IllegalStateException("the disk is full");
        }

        @Override
        public void watch(List<Integer> neurons) {
            throw new IllegalStateException();
        }

        @Override
        public CompletableFuture<String> keep(long fromTick, long untilTick, String name) {
            throw new RejectedExecutionException("Task java.util.concurrent.CompletableFuture$AsyncSupply@1 rejected");
        }

        @Override
        public void stop() {
            throw new IllegalStateException();
        }
    }

    @Test
    void quotesLittleOfALongMessageAndNoControlCharacters() {
        commands.follow("\u001b[31m" + "x".repeat(3_000), answers::add);

        assertEquals(List.of(EventText.problem("not understood:  [31m" + "x".repeat(35) + "...")), answers);
    }

    @Test
    void saysWhereAMomentIsKept() {
        commands.follow("{\"do\":\"keep\",\"from\":1,\"until\":5,\"name\":\"note\"}", answers::add);

        assertEquals(List.of(EventText.kept("moments/note")), answers);
    }
}
