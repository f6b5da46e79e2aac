package backprop;

import java.util.Locale;

/**
 * How much a run of the tests tries. {@code ./course test} sets the system property {@code tier}; Maven alone, and an
 * IDE, run the default tier. A test that belongs to the slower tiers only carries {@code @Tag("default")} or
 * {@code @Tag("full")}; one that runs in each tier but tries more in the slower ones asks here.
 */
public enum Tier {
    /** What an author runs before each commit. */
    QUICK(20),
    /** Each kind of fault once. */
    DEFAULT(60),
    /** What only exhaustive runs show. */
    FULL(10_000);

    private final int seeds;

    Tier(int seeds) {
        this.seeds = seeds;
    }

    /** The tier of this run. */
    public static Tier current() {
        return valueOf(System.getProperty("tier", "default").toUpperCase(Locale.ROOT));
    }

    /** Whether this run is as thorough as that tier, or more so. */
    public static boolean atLeast(Tier tier) {
        return current().compareTo(tier) >= 0;
    }

    /** How many seeds a test of drawn inputs tries. */
    public int seeds() {
        return seeds;
    }
}
