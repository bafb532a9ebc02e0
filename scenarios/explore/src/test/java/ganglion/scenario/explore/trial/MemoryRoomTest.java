package ganglion.scenario.explore.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryRoomTest {

    private final List<String> dropped = new ArrayList<>();
    private final MemoryRoom room = new MemoryRoom(100, dropped::add);

    private void use(String key, long bytes) {
        room.enter(key, bytes, 10).close();
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() {
        use("a", 40);
        use("b", 40);
        use("a", 40);
        use("c", 40);

        assertEquals(List.of("b"), dropped);
    }

    @Test
    void whatIsUsedIsKept() {
        MemoryRoom.Room stay = room.enter("a", 80, 10);
        stay.settle(95);

        assertEquals(List.of(), dropped);
        assertEquals(105, room.inUse());
        stay.close();
        use("b", 50);
        assertEquals(List.of("a"), dropped);
        assertEquals(0, room.inUse());
    }

    @Test
    void workThatAloneTakesMoreThanThereIsBeginsNevertheless() {
        try (MemoryRoom.Room stay = room.enter("a", 500, 500)) {
            stay.settle(500);
            assertEquals(1000, room.inUse());
        }
    }

    @Test
    void workForWhichThereIsRoomDoesNotWaitForOther() {
        try (MemoryRoom.Room first = room.enter("a", 30, 10)) {
            MemoryRoom.Room second =
                    CompletableFuture.supplyAsync(() -> room.enter("a", 30, 60)).join();
            first.settle(20);
            assertEquals(90, room.inUse());
            second.close();
        }
    }

    @Test
    void threadsNeverUseMoreThanThereIsAndAllGetTheirTurn() throws Exception {
        AtomicLong most = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> work = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            String key = "thing " + random.nextInt(6);
            long bytes = 10 + key.hashCode() % 10;
            long own = 1 + random.nextInt(40);
            work.add(() -> {
                try (MemoryRoom.Room stay = room.enter(key, bytes, own)) {
                    most.accumulateAndGet(room.inUse(), Math::max);
                    stay.settle(bytes);
                    Thread.yield();
                }
                return true;
            });
        }
        try {
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
        } finally {
            threads.shutdown();
        }

        assertTrue(most.get() <= 100, most + " in use");
        assertEquals(0, room.inUse());
    }
}
