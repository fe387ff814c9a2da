import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from "chart.js";

/** What our charts need of chart.js; everything else is left out of the bundle. */
Chart.register(BarController, BarElement, LineController, LineElement, PointElement);
Chart.register(CategoryScale, LinearScale);

/** A chart on a canvas that belongs to no document: a Mini Program's. */
export const drawChart = (
  canvas: ConstructorParameters<typeof Chart>[0],
  configuration: ChartConfiguration,
): Chart => new Chart(canvas, { ...configuration, platform: BasicPlatform });
