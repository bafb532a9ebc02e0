package ganglion.hardware.latency;

import ganglion.hardware.chip.Mesh;
import java.util.Arrays;

/**
 * The messages in transit in a mesh, with the density on its links: each message is spread evenly over the
 * links of its path. A path goes along the columns first and then the rows; its links are the one by which the core injects,
 * and then at each tile the one that the message came in by. Not thread safe.
 *
 * <p>Source: SANA-FE 2.2.1, detailed timing of its scheduler.
 */
final class MeshTraffic {

    private static final int EAST = 0;
    private static final int WEST = 1;
    private static final int NORTH = 2;
    private static final int SOUTH = 3;
    private static final int DIRECTIONS = 4;

    private final Mesh mesh;
    private final int linksPerTile;
    private final int[][] paths;
    private final double[] density;
    private int count;
    private double meanProcessing;

    private double[] receivedAt = new double[64];
    private double[] processingOf = new double[64];
    private int[][] pathOf = new int[64][];

    /** @param senders cores of the chip, and one more for the inputs, which enter at tile 0 */
    MeshTraffic(Mesh mesh, int senders) {
        this.mesh = mesh;
        this.linksPerTile = DIRECTIONS + mesh.coresPerTile() + 1;
        int tiles = mesh.widthTiles() * mesh.heightTiles();
        this.density = new double[tiles * linksPerTile];
        this.paths = new int[senders * tiles][];
    }

    /** Removes all messages. */
    void clear() {
        Arrays.fill(density, 0);
        count = 0;
        meanProcessing = 0;
    }

    /** Mean processing time of the messages in transit. */
    double meanProcessing() {
        return meanProcessing;
    }

    /** The links of a path. */
    int[] path(int sender, int targetTile) {
        int tiles = mesh.widthTiles() * mesh.heightTiles();
        int index = sender * tiles + targetTile;
        if (paths[index] == null) {
            boolean outside = sender >= mesh.cores();
            int sourceTile = outside ? 0 : mesh.tile(sender);
            int port = outside ? mesh.coresPerTile() : sender % mesh.coresPerTile();
            paths[index] = newPath(sourceTile, port, targetTile);
        }
        return paths[index];
    }

    private int[] newPath(int sourceTile, int port, int targetTile) {
        int x = mesh.x(sourceTile);
        int y = mesh.y(sourceTile);
        int targetX = mesh.x(targetTile);
        int targetY = mesh.y(targetTile);
        int[] path = new int[1 + Math.abs(targetX - x) + Math.abs(targetY - y)];
        path[0] = sourceTile * linksPerTile + DIRECTIONS + port;
        for (int i = 1; i < path.length; i++) {
            int direction;
            if (x != targetX) {
                direction = targetX > x ? EAST : WEST;
                x += targetX > x ? 1 : -1;
            } else {
                direction = targetY > y ? NORTH : SOUTH;
                y += targetY > y ? 1 : -1;
            }
            path[i] = (x * mesh.heightTiles() + y) * linksPerTile + direction;
        }
        return path;
    }

    /** Sum of the densities along a path: how many messages share it. */
    double along(int[] path) {
        double sum = 0;
        for (int link : path) {
            sum += density[link];
        }
        return sum;
    }

    /** Adds a message. */
    void enter(int[] path, double processing, double received) {
        spread(path, 1);
        meanProcessing += (processing - meanProcessing) / (count + 1);
        if (count == receivedAt.length) {
            receivedAt = Arrays.copyOf(receivedAt, 2 * count);
            processingOf = Arrays.copyOf(processingOf, 2 * count);
            pathOf = Arrays.copyOf(pathOf, 2 * count);
        }
        int hole = count++;
        while (hole > 0 && receivedAt[(hole - 1) / 2] > received) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, path, processing, received);
    }

    /** Removes all messages that are received by the given time. */
    void leaveUntil(double time) {
        while (count > 0 && receivedAt[0] <= time) {
            spread(pathOf[0], -1);
            meanProcessing = count > 1 ? meanProcessing + (meanProcessing - processingOf[0]) / (count - 1) : 0;
            removeFirst();
        }
    }

    private void spread(int[] path, int sign) {
        double share = sign * (1.0 / (path.length + 1));
        for (int link : path) {
            density[link] += share;
        }
    }

    private void removeFirst() {
        int last = --count;
        int hole = 0;
        int child = 1;
        while (child < last) {
            if (child + 1 < last && receivedAt[child + 1] < receivedAt[child]) {
                child++;
            }
            if (receivedAt[child] >= receivedAt[last]) {
                break;
            }
            move(child, hole);
            hole = child;
            child = 2 * hole + 1;
        }
        put(hole, pathOf[last], processingOf[last], receivedAt[last]);
    }

    private void move(int from, int to) {
        put(to, pathOf[from], processingOf[from], receivedAt[from]);
    }

    private void put(int place, int[] path, double processing, double received) {
        pathOf[place] = path;
        processingOf[place] = processing;
        receivedAt[place] = received;
    }
}
