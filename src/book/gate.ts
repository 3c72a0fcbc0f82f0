/** Many may pass together, or one alone. Whoever waits to pass alone holds back later comers, so that nobody starves. */
export class Gate {
  /** Called when somebody who wants to pass alone has to wait. */
  private readonly whenWaiting: () => void;
  private passing = 0;
  private alone: Promise<void> = Promise.resolve();
  private whenEmpty: (() => void) | null = null;

  constructor(whenWaiting: () => void = () => {}) {
    this.whenWaiting = whenWaiting;
  }

  /** Runs the task together with others. */
  async together<T>(task: () => Promise<T>): Promise<T> {
    for (let before: Promise<void> | null = null; before !== this.alone; ) {
      before = this.alone;
      await before;
    }
    this.passing++;
    try {
      return await task();
    } finally {
      this.passing--;
      if (this.passing === 0) this.whenEmpty?.();
    }
  }

  /** Runs the task when nobody else passes. */
  async inPrivate<T>(task: () => Promise<T>): Promise<T> {
    const before = this.alone;
    let open = () => {};
    this.alone = new Promise(resolve => {
      open = resolve;
    });
    await before;
    if (this.passing > 0)
      await new Promise<void>(resolve => {
        this.whenEmpty = resolve;
        this.whenWaiting();
      });
    this.whenEmpty = null;
    try {
      return await task();
    } finally {
      open();
    }
  }
}
