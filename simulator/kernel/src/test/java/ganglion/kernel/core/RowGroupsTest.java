package ganglion.kernel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RowGroupsTest {

    @Test
    void keepsTheFieldsOfEveryGroupApartHoweverManyThereAre() {
        RowGroups groups = new RowGroups();
        for (int i = 0; i < 1_000; i++) {
            groups.add(i % 16, 7 * i, i + 1, i % 3);
        }

        RowGroups trimmed = groups.trimmed();

        assertEquals(1_000, trimmed.count());
        for (int i = 0; i < 1_000; i++) {
            assertEquals(i % 16, trimmed.delayTicks(i));
            assertEquals(7 * i, trimmed.start(i));
            assertEquals(i + 1, trimmed.length(i));
            assertEquals(i % 3, trimmed.inlet(i));
        }
    }

    @Test
    void holdsNothingAtFirst() {
        assertEquals(0, new RowGroups().trimmed().count());
    }
}
