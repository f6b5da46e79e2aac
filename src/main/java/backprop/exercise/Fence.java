package backprop.exercise;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What stands between a test and the learner's function. The function gets copies of its arguments, on a thread of its
 * own, which is a daemon of the lowest priority; it has a limited time; what it prints is kept apart; what it does to
 * its arguments is noticed. After it did not return it is not called again: Java cannot stop its thread, and one such
 * thread is enough. */
final class Fence implements InvocationHandler {
  private static final double NANOS = 1e9;

  private final Object function;
  private final Object proxy;
  private final boolean apart;
  private final Arguments arguments = new Arguments();
  private final LearnerThread thread = new LearnerThread();
  private long left; // nanoseconds
  private boolean runaway;

  /** A fence around a function.
   * @param apart whether it runs on a thread of its own */
  Fence(Class<?> contract, Object function, boolean apart) {
    this.function = function;
    this.apart = apart;
    this.proxy = Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, this);
  }

  /** The function as the tests call it. */
  Object function() { return proxy; }

  /** Sets the time that its next calls may take together. */
  void allow(double seconds) {
    left = (long) (seconds * NANOS);
  }

  /** What was noticed of its arguments, as a sentence. */
  Optional<String> touched() { return arguments.touched(); }

  /** What it changed of them, as a sentence. */
  Optional<String> changed() { return arguments.changed(); }

  /** Runs the tests, and returns the beginning of what the function printed. */
  String during(Runnable tests) {
    if (!apart) {
      tests.run();
      return "";
    }
    Console console = Console.apartFor(thread.group());
    try {
      tests.run();
      if (runaway) { console.freeze(); }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      thread.end();
      console.restore();
    }
    return console.printed();
  }

  @Override public Object invoke(Object itself, Method method, Object[] args) throws Throwable {
    if (method.getDeclaringClass() == Object.class) { return method.invoke(function, args); }
    if (runaway) { throw new AssertionError(Texts.of("feedback.notTried")); }
    Object[] given = Arguments.copies(args);
    Object result = apart ? awaited(thread.call(() -> called(method, given))) : called(method, given);
    if (result == null) { throw new AssertionError(Texts.of("feedback.null")); }
    arguments.notice(method, args, given, result);
    return result;
  }

  private Object called(Method method, Object[] given) throws Throwable {
    try {
      return method.invoke(function, given);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof OutOfMemoryError) { // which JUnit takes for the end of all
        throw new AssertionError(Texts.of("feedback.memory"));
      }
      throw e.getCause();
    }
  }

  private Object awaited(CompletableFuture<Object> call) throws Throwable {
    long started = System.nanoTime();
    try {
      return call.get(Math.max(0, left), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LearnerThread.ExitCalled) {
        runaway = true;
        throw new AssertionError(Texts.of("feedback.exit"));
      }
      throw e.getCause();
    } catch (TimeoutException e) {
      runaway = true;
      throw new AssertionError(Texts.of("feedback.endless"));
    } catch (InterruptedException e) {
      runaway = true;
      throw new AssertionError(Texts.of("feedback.stopped"));
    } finally {
      left -= System.nanoTime() - started;
    }
  }
}
