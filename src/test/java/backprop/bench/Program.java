package backprop.bench;

/** A task, ready to run. */
interface Program {
    /** J on the whole batch, as the weights stand. */
    double cost();

    /** One whole step: all that is timed. */
    void step();
}
