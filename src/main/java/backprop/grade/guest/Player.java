package backprop.grade.guest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.Arrays;

/** Plays what the cells of one submission were compiled to, and calls the student's functions: a program for a sandbox.
 * The student's code has this virtual machine for itself, and may do to it what it likes; nothing of what it sends is
 * believed. */
public final class Player {
  private static final int LONGEST = 2000; // characters of an exception's message

  private final Frames frames;
  private final Printed printed;
  private final Classes classes = new Classes();
  private final Object callbackLock = new Object();

  private Player(Frames frames, Printed printed) {
    this.frames = frames;
    this.printed = printed;
  }

  /** What a message holds besides its kind. */
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  /** Runs until the pipe ends.
   * @param args none
   * @throws IOException if the pipe breaks */
  public static void main(String[] args) throws IOException {
    Player player = on(new Frames(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out)));
    player.send(Message.DONE, 0, out -> { /* it is up */ });
    while (true) { player.next(); }
  }

  /** Takes the place of System.in, out and err. */
  static Player on(Frames frames) {
    return new Player(frames, Printed.redirected());
  }

  /** Does what the next message asks for. */
  void next() throws IOException {
    next(new DataInputStream(new ByteArrayInputStream(frames.read())));
  }

  private void next(DataInputStream in) throws IOException {
    int kind = in.readByte();
    if (kind == Message.PLAY) {
      play(Code.read(in));
    } else if (kind == Message.CALL) {
      call(in.readLong(), Handed.of(in.readInt()), in);
    } else if (kind == Message.PING) {
      send(Message.DONE, in.readLong(), out -> { /* that is all */ });
    } else {
      throw new ProtocolException("kind " + kind);
    }
  }

  private void play(Code code) throws IOException {
    try {
      for (Code.Step step : code.steps()) { classes.play(step); }
      send(Message.DONE, 0, out -> { /* no more to say */ });
    } catch (Throwable thrown) { // a student's code may throw anything
      threw(0, thrown);
    }
  }

  private void call(long number, Handed handed, DataInputStream in) throws IOException {
    Signature signature = handed.signature();
    Values values = new Values((type, function) -> callback(number, type, function));
    in.mark(0);
    byte[] before = in.readAllBytes();
    in.reset();
    Object[] args = values.read(in, signature.parameters());
    Object result;
    printed.begin();
    try {
      result = signature.method().invoke(handed.function(), args);
    } catch (InvocationTargetException e) {
      threw(number, e.getCause());
      return;
    } catch (IllegalAccessException e) {
      threw(number, e);
      return;
    }
    boolean changed = !Arrays.equals(before, bytes(signature, args));
    Values answered = changed ? new Values(values.callbacksOf()) : values;
    try {
      send(Message.RESULT, number, out -> {
        out.writeBoolean(changed);
        if (changed) { answered.write(out, signature.parameters(), args); }
        answered.write(out, signature.result(), result);
      });
    } catch (ProtocolException tooLarge) {
      threw(number, new IllegalStateException("the result is too large"));
    }
  }

  /** The arguments as they are, for comparing. */
  private static byte[] bytes(Signature signature, Object[] args) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Values(null).write(new DataOutputStream(bytes), signature.parameters(), args);
    return bytes.toByteArray();
  }

  /** A function over there, which the student's function got as an argument. */
  private Object callback(long call, Type type, int function) {
    Signature signature = Signature.of(type);
    Class<?> raw = Signature.raw(type);
    return Proxy.newProxyInstance(raw.getClassLoader(), new Class<?>[] {raw}, (itself, method, args) -> {
      if (!method.equals(signature.method())) { return ofEveryObject(itself, method.getName(), args); }
      Values values = new Values(null);
      byte[] answer;
      synchronized (callbackLock) { // a thread of the student's must not take the answer to another's question
        send(Message.CALLBACK, call, out -> {
          out.writeInt(function);
          values.write(out, signature.parameters(), args);
        });
        answer = frames.read();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
      if (in.readByte() == Message.REFUSED) { throw new IllegalArgumentException(in.readUTF()); }
      return values.read(in, signature.result());
    });
  }

  private static Object ofEveryObject(Object itself, String method, Object[] args) {
    return switch (method) {
      case "equals" -> itself == args[0];
      case "hashCode" -> System.identityHashCode(itself);
      default -> "a function";
    };
  }

  private void threw(long number, Throwable thrown) throws IOException {
    String name = thrown.getClass().getSimpleName();
    String message = message(thrown);
    send(Message.THREW, number, out -> {
      out.writeUTF(Excerpt.of(name, LONGEST));
      out.writeBoolean(message != null);
      out.writeUTF(message == null ? "" : message);
    });
  }

  private static String message(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? null : Excerpt.of(message, LONGEST);
    } catch (RuntimeException | Error ofItsOwn) {
      return null;
    }
  }

  private void send(int kind, long number, Content content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(kind);
    out.writeLong(number);
    if (kind != Message.CALLBACK) { out.writeUTF(printed.taken()); }
    content.write(out);
    frames.write(bytes.toByteArray());
  }
}
