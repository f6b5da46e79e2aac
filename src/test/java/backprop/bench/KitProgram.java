package backprop.bench;

import backprop.data.Dataset;
import backprop.network.Network;
import backprop.train.Trainer;

/** The kit, through its public API alone. */
final class KitProgram implements Program {
    private final Network net;
    private final Dataset data;
    private final Trainer trainer;
    private final boolean epochs;

    KitProgram(Task task) {
        net = task.network();
        data = task.data();
        trainer = new Trainer(net, task.optimizer()).batchSize(task.m());
        epochs = task.kind().equals("epoch");
    }

    @Override
    public double cost() {
        return net.cost(data.X(), data.Y());
    }

    @Override
    public void step() {
        if (epochs) {
            trainer.train(data, 1);
        } else {
            trainer.step(data);
        }
    }
}
