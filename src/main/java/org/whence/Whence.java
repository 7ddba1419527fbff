package org.whence;

/// tmp
public final class Whence {
  private Whence() {}

  /// tmp
  public static void main(String[] args) {
    System.out.println("Whence");
  }
}
