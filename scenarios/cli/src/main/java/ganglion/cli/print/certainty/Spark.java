package ganglion.cli.print.certainty;

import java.util.List;
import java.util.stream.Collectors;

/** A curve of shares in one line of text: a sign for each, the higher the larger; a point for none. */
final class Spark {

    private static final String SIGNS = ".▁▂▃▄▅▆▇█";

    private Spark() {}

    /** @param shares from 0 to 1; only 1 gets the highest sign, and only 0 the point */
    static String of(List<Double> shares) {
        return shares.stream().map(Spark::sign).collect(Collectors.joining());
    }

    private static String sign(double share) {
        int most = SIGNS.length() - 1;
        int height = share >= 1 ? most : share <= 0 ? 0 : 1 + (int) (share * (most - 1));
        return SIGNS.substring(height, height + 1);
    }
}
