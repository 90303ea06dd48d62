package iris.history;

import iris.signal.Window.Histogram;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The histograms of a window as bytes: what came as base64 goes back to the same letters, and takes a quarter less. */
final class HistogramBytes {
  private HistogramBytes() {}

  static byte[] of(List<Histogram> all, Phrases phrases) throws SQLException {
    Packing out = new Packing().number(all.size());
    for (Histogram h : all) {
      phrases.put(out, h.of());
      phrases.put(out, h.party());
      phrases.put(out, h.encoding());
      byte[] plain = plain(h.data());
      boolean same = plain.length > 0 && Base64.getEncoder().encodeToString(plain).equals(h.data());
      out.number(same ? 1 : 0);
      if (same) out.bytes(plain);
      else out.text(h.data());
    }
    return out.done();
  }

  static List<Histogram> get(byte[] bytes, Phrases phrases) throws SQLException {
    Unpacking in = new Unpacking(bytes);
    List<Histogram> all = new ArrayList<>();
    for (int left = in.size(); left > 0; left--) {
      String of = phrases.get(in);
      String party = phrases.get(in);
      String encoding = phrases.get(in);
      String data = in.number() == 1 ? Base64.getEncoder().encodeToString(in.bytes()) : in.text();
      all.add(new Histogram(of, party, encoding, data));
    }
    return all;
  }

  /** Empty where it is not base64. */
  private static byte[] plain(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException another) {
      return new byte[0];
    }
  }
}
