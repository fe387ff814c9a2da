/** Runs whenever the phone has a signal again after it had none. */
export function onSignalBack(run: () => void): void {
  let lost = false;
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected && lost) run();
    lost = !isConnected;
  });
}
