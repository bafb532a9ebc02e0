package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.live.server.BrowserConnection.MessageRate;
import org.junit.jupiter.api.Test;

class MessageRateTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBurstAndThenSoManyASecond() {
        MessageRate rate = new MessageRate(0);

        int burst = 0;
        while (rate.allows(0)) {
            burst++;
        }
        assertEquals(2 * MessageRate.MOST_A_SECOND, burst);

        int further = 0;
        while (rate.allows(SECOND)) {
            further++;
        }
        assertEquals(MessageRate.MOST_A_SECOND, further);
    }

    @Test
    void aSteadyRateIsAllowedForEver() {
        MessageRate rate = new MessageRate(0);
        for (long n = 1; n <= 10_000; n++) {
            assertTrue(rate.allows(n * SECOND / MessageRate.MOST_A_SECOND), "message " + n);
        }
    }
}
