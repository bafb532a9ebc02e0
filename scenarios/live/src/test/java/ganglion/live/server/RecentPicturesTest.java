package ganglion.live.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.live.server.PictureEncoder.Picture;
import ganglion.live.server.PictureMaker.RecentPictures;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentPicturesTest {

    private static Picture picture(long first, int ticks, int bytes) {
        return new Picture(first, ticks, new byte[bytes]);
    }

    @Test
    void keepsAMinuteAndGivesTheNewestFirst() {
        RecentPictures recent = new RecentPictures(0.1);
        for (int first = 0; first < 1_000; first += 10) {
            recent.add(picture(first, 10, 1));
        }

        List<Long> firsts =
                recent.newestFirst().stream().map(Picture::firstTick).toList();
        assertEquals(990, firsts.get(0));
        assertEquals(400, firsts.get(firsts.size() - 1), "600 ticks are a minute");
    }

    @Test
    void keepsNoMoreBytesThanTheMost() {
        RecentPictures recent = new RecentPictures(1);
        int third = (int) (RecentPictures.MOST_BYTES / 3);
        for (int first = 0; first < 5; first++) {
            recent.add(picture(first, 1, third));
        }

        assertEquals(3, recent.newestFirst().size());
    }
}
