package ganglion.kernel.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CyclesTest {

    @Test
    void agreesWithReachabilityOnRandomGraphs() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int nodes = 1 + random.nextInt(12);
            int[][] successors = new int[nodes][];
            for (int node = 0; node < nodes; node++) {
                successors[node] = random.ints(random.nextInt(3), 0, nodes).toArray();
            }
            boolean[][] reach = reachability(successors);

            List<List<Integer>> cycles = Cycles.of(successors);

            int[] position = new int[nodes];
            for (int c = 0; c < cycles.size(); c++) {
                for (int node : cycles.get(c)) {
                    position[node] = c;
                }
            }
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    boolean together = a == b || reach[a][b] && reach[b][a];
                    assertEquals(together, position[a] == position[b]);
                    assertTrue(!reach[a][b] || position[a] <= position[b]);
                }
            }
        }
    }

    private static boolean[][] reachability(int[][] successors) {
        int nodes = successors.length;
        boolean[][] reach = new boolean[nodes][nodes];
        for (int a = 0; a < nodes; a++) {
            for (int b : successors[a]) {
                reach[a][b] = true;
            }
        }
        for (int via = 0; via < nodes; via++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    reach[a][b] |= reach[a][via] && reach[via][b];
                }
            }
        }
        return reach;
    }
}
